package jumin.contribution.standard;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.regulation.Money;

/** 年度筹资标准 as it is shown. */
public record StandardView(
        UUID standardId,
        String area,
        int benefitYear,
        int version,
        String state,
        Money individualContribution,
        Money fiscalSubsidy,
        FiscalShares fiscalByLevel,
        LocalDate windowFrom,
        LocalDate windowTo,
        WindowExtension windowExtension,
        Money perCapitaIncome,
        List<BenefitParameter> benefits,
        Integer configuredWaitMonths,
        String decisionNumber,
        String proposedBy,
        OffsetDateTime proposedAt,
        String decidedBy,
        OffsetDateTime decidedAt,
        boolean inForce) {

    static StandardView of(Standard standard) {
        return new StandardView(
                standard.id,
                standard.area,
                standard.benefitYear,
                standard.version,
                standard.state.name(),
                Money.ofFen(standard.individualFen),
                Money.ofFen(standard.fiscalFen),
                standard.fiscalShares().orElse(null),
                standard.windowFrom,
                standard.windowTo,
                standard.extension().orElse(null),
                Optional.ofNullable(standard.incomeFen).map(Money::ofFen).orElse(null),
                standard.parameters(),
                standard.configuredWaitMonths,
                standard.decisionNumber,
                standard.proposedBy,
                standard.proposedAt,
                standard.decidedBy,
                standard.decidedAt,
                standard.state == Standard.State.PUBLISHED && standard.supersededBy == null);
    }
}
