package jumin.claims.adjudication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import jumin.claims.accumulation.YearSoFar;
import jumin.claims.catalogue.CatalogueVersion;
import jumin.claims.coverage.Cover;
import jumin.claims.coverage.YearlyStandard;
import jumin.claims.filing.Filing;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.provider.CareProvider;
import jumin.platform.idempotency.Once.Stored;

/**
 * 本服务对一张账单所知的全部, as one statement reads it.
 *
 * @param person empty when nobody with that id is insured here
 * @param covers of the years that the care touches, as far as they are known
 * @param versions of the catalogue, by the code that the bill's lines carry
 * @param year the sums of the year in which the care ends
 * @param number for a settlement that is to be written
 * @param answered what was answered to the same message before
 * @param billKey by which the bill is recognised
 * @param beside paid care beside this one, as {@code paid_care_beside} tells it, in JSON
 */
public record KnownOfBill(
        Optional<CareProvider> provider,
        Optional<InsuredPerson> person,
        List<Cover> covers,
        Optional<YearlyStandard> standard,
        List<Filing> filings,
        Map<String, List<CatalogueVersion>> versions,
        YearSoFar year,
        OptionalLong number,
        Optional<Stored> answered,
        String billKey,
        Optional<String> beside) {

    KnownOfBill with(List<Cover> ofAllYears) {
        return new KnownOfBill(
                provider, person, ofAllYears, standard, filings, versions, year, number, answered, billKey, beside);
    }
}
