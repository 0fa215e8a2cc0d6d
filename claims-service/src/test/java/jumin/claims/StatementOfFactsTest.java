package jumin.claims;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import jumin.claims.law.Laws;
import jumin.regulation.fact.Vocabulary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fact that the law reads and nobody can tell decides nothing for anybody: each has a door, or a reason why not. */
@ClaimsTest
class StatementOfFactsTest {

    /** From registers, feeds, filings, the bill itself and the usual circumstances. */
    private static final Set<String> TOLD = Set.of(
            "admission_date",
            "at_filed_place",
            "back_filed",
            "benefit",
            "chronic_certified",
            "chronic_class",
            "continuous_years",
            "contracted_provider",
            "coverage.periods",
            "critical_illness",
            "delivery",
            "died",
            "discharge_date",
            "disease",
            "diseases",
            "emergency",
            "exclusion_cause",
            "fetus",
            "filed",
            "filing_date",
            "home_county",
            "individual_contribution",
            "interim",
            "items",
            "location",
            "off_area_reason",
            "out_of_hospital",
            "overlapping_stay",
            "per_capita_income",
            "person.birth_date",
            "person.categories",
            "pre_hospital.date",
            "pre_hospital.items",
            "pre_hospital.observation_hours",
            "pre_hospital.same_hospital",
            "previous_stay.deductible_borne",
            "previous_stay.discharge_date",
            "previous_stay.provider_level",
            "previous_stay.transfer",
            "provider_designated",
            "provider_is_tcm",
            "provider_kind",
            "provider_level",
            "service_date",
            "tcm_treatment",
            "third_party_advance",
            "third_party_share",
            "third_party_undecided",
            "treated_disease",
            "visits",
            "years_crossed",
            "zero_claim_years");

    /** For golden cases and calculations of the fund, where one period stands for the list of them. */
    private static final Set<String> OF_CASES = Set.of("coverage.start", "coverage.end", "cause");

    /** 医疗救助、大病保险的参数: other documents set them; they are rows of the year's standard. */
    private static final Set<String> BY_THE_YEARS_STANDARD = Set.of(
            "assistance.cap",
            "assistance.ratio",
            "assistance.threshold",
            "assistance.yearly",
            "critical_illness.cap",
            "critical_illness.deductible",
            "critical_illness.include_prepay",
            "critical_illness.ratio");

    /** 结算年度的分段: no text settles a stay inside the area year by year but by an interim bill, which is a bill of its own. */
    private static final Set<String> BY_INTERIM_BILL = Set.of("segments", "settlement_year");

    @Inject
    Laws laws;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"131000", "150400", "211300", "360900", "510400"})
    @DisplayName("法规所读的每项核算事实都有来处")
    void everyFactOfTheLawCanBeTold(String area) {
        var declared = Vocabulary.of(laws.on(area, LocalDate.of(2026, 5, 10)).orElseThrow())
                .facts("settlement");
        var silent = new TreeSet<String>();
        declared.all().stream()
                .filter(fact -> fact.statedBy().isEmpty() && !fact.name().startsWith("accumulators."))
                .map(fact -> fact.name())
                .filter(name -> !TOLD.contains(name)
                        && !OF_CASES.contains(name)
                        && !BY_INTERIM_BILL.contains(name)
                        && !BY_THE_YEARS_STANDARD.contains(name))
                .forEach(silent::add);

        assertThat(silent, is(empty()));
    }
}
