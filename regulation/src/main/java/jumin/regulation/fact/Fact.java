package jumin.regulation.fact;

import java.time.LocalDate;
import java.util.List;
import jumin.regulation.DateRange;
import jumin.regulation.Money;
import jumin.regulation.Rate;

/** 事实的值。 */
public sealed interface Fact {

    /** One word of a declared list, as {@code tertiary}. */
    record Word(String value) implements Fact {}

    /** Several words of a declared list; a set, kept in order without repeats. */
    record Words(List<String> values) implements Fact {

        public Words {
            values = values.stream().distinct().sorted().toList();
        }
    }

    /** 是、否。 */
    record Flag(boolean value) implements Fact {}

    /** 日期。 */
    record Day(LocalDate value) implements Fact {}

    /** 起止日期。 */
    record Period(DateRange value) implements Fact {}

    /** 若干起止日期。 */
    record Periods(List<DateRange> values) implements Fact {

        public Periods {
            values = List.copyOf(values);
        }
    }

    /** 金额。 */
    record Amount(Money value) implements Fact {}

    /** 比例。 */
    record Share(Rate value) implements Fact {}

    /** 个数。 */
    record Count(long value) implements Fact {}

    /** 费用明细。 */
    record Items(List<FeeItem> values) implements Fact {

        public Items {
            values = List.copyOf(values);
        }
    }

    /** Facts of several members, counties or records. */
    record Many(List<Facts> values) implements Fact {

        public Many {
            values = List.copyOf(values);
        }
    }
}
