package jumin.contribution.standard;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.regulation.DateRange;
import jumin.regulation.Money;

/**
 * 已公布的年度筹资标准. What others may use of it.
 *
 * @param configuredWaitMonths 待遇等待期 in months, where the text leaves its length to the city
 */
public record StandardInForce(
        UUID id,
        String area,
        int benefitYear,
        Money individualContribution,
        Money fiscalSubsidy,
        Optional<FiscalShares> fiscalShares,
        DateRange window,
        Optional<Money> incomeOfYearBefore,
        Optional<Integer> configuredWaitMonths,
        String decisionNumber) {

    /** 征缴期前. */
    public boolean isBeforeWindow(LocalDate day) {
        return day.isBefore(window.first());
    }

    static StandardInForce of(Standard standard) {
        return new StandardInForce(
                standard.id,
                standard.area,
                standard.benefitYear,
                Money.ofFen(standard.individualFen),
                Money.ofFen(standard.fiscalFen),
                standard.fiscalShares(),
                standard.window(),
                Optional.ofNullable(standard.incomeFen).map(Money::ofFen),
                Optional.ofNullable(standard.configuredWaitMonths),
                standard.decisionNumber);
    }
}
