package jumin.contribution.standard;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.regulation.Money;

/** A standard as the feed carries it (kind {@code standard}). {@code windowTo} is the last day with any extension. */
public record PublishedStandard(
        String area,
        int benefitYear,
        UUID standardId,
        Money individualContribution,
        Money fiscalSubsidy,
        FiscalShares fiscalByLevel,
        LocalDate windowFrom,
        LocalDate windowTo,
        WindowExtension windowExtension,
        Money perCapitaIncome,
        List<BenefitParameter> benefits,
        String decisionNumber,
        OffsetDateTime publishedAt) {

    static PublishedStandard of(Standard standard) {
        return new PublishedStandard(
                standard.area,
                standard.benefitYear,
                standard.id,
                Money.ofFen(standard.individualFen),
                Money.ofFen(standard.fiscalFen),
                standard.fiscalShares().orElse(null),
                standard.windowFrom,
                standard.window().last(),
                standard.extension().orElse(null),
                Optional.ofNullable(standard.incomeFen).map(Money::ofFen).orElse(null),
                standard.parameters(),
                standard.decisionNumber,
                standard.decidedAt);
    }
}
