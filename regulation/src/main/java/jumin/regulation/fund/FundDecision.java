package jumin.regulation.fund;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import jumin.regulation.Money;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.Worksheet;

/** 基金管理的结论。 */
public sealed interface FundDecision {

    String release();

    Worksheet worksheet();

    /** The canonical text of the decision, for storing and for replay. */
    default String canonicalJson() {
        return FundJson.canonical(this);
    }

    /** 门诊统筹基金：每人与合计。 */
    record PoolAllocation(Money perHead, Money allocation, String release, Worksheet worksheet)
            implements FundDecision {}

    /** 大病保险限额的提高。 */
    record CapIncrease(Money increase, String release, Worksheet worksheet) implements FundDecision {}

    /** 与机构的月度结算。 */
    record ProviderMonth(Money payable, Money deposit, String release, Worksheet worksheet) implements FundDecision {}

    /** 是否允许；for an approval also what is required next. */
    record Checked(Optional<Denial> cause, Optional<String> requiredNext, String release, Worksheet worksheet)
            implements FundDecision {

        public boolean allowed() {
            return cause.isEmpty();
        }
    }

    /** 按名称列出的金额：a county's share of a gap, an advance, a monthly total. */
    record Sums(SequencedMap<String, Money> amounts, String release, Worksheet worksheet) implements FundDecision {

        public Sums {
            amounts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(amounts));
        }
    }

    /** 风险基金的提取：in all and by county, what the fund then holds, and whether extraction is suspended. */
    record Extraction(
            Money extracted,
            List<Money> perCounty,
            Money balanceAfter,
            boolean suspended,
            String release,
            Worksheet worksheet)
            implements FundDecision {

        public Extraction {
            perCounty = List.copyOf(perCounty);
        }
    }

    /** 期限，以及是否按期。 */
    record Deadline(LocalDate deadline, Optional<Boolean> onTime, String release, Worksheet worksheet)
            implements FundDecision {}

    /** 资金路径。 */
    record Route(List<String> accounts, String release, Worksheet worksheet) implements FundDecision {

        public Route {
            accounts = List.copyOf(accounts);
        }
    }

    /** 本地没有此项规定。 */
    record NotRegulated(Denial cause, String release, Worksheet worksheet) implements FundDecision {}

    /** 暂缓。 */
    record Held(Denial cause, String release, Worksheet worksheet) implements FundDecision {}
}
