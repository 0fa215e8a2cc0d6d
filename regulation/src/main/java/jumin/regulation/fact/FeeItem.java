package jumin.regulation.fact;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import jumin.regulation.Money;
import jumin.regulation.Rate;

/**
 * 费用明细。{@code overCeiling} is the part of the amount above the item's payment standard; without a date it has the day of admission.
 *
 * @param prepayment the rate that the catalogue gives for this very item; it counts where the law leaves the rate to the catalogue
 * @param uses what the catalogue marks the item as being for; empty when nobody has said, and then a benefit that pays certain uses only pays it too
 */
public record FeeItem(
        ItemClass itemClass,
        String kind,
        Money amount,
        Money overCeiling,
        Optional<LocalDate> date,
        boolean excluded,
        boolean traditional,
        Optional<Rate> prepayment,
        Optional<Set<String>> uses) {

    public FeeItem {
        if (amount.isNegative() || overCeiling.isNegative() || overCeiling.compareTo(amount) > 0) {
            throw new IllegalArgumentException("费用明细金额 " + amount + "、超限价 " + overCeiling + " 须为 0 ≤ 超限价 ≤ 金额");
        }
        uses = uses.map(Set::copyOf);
    }

    public static FeeItem of(ItemClass itemClass, String kind, Money amount) {
        return new FeeItem(
                itemClass,
                kind,
                amount,
                Money.ZERO,
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty());
    }

    public FeeItem overCeiling(Money part) {
        return new FeeItem(itemClass, kind, amount, part, date, excluded, traditional, prepayment, uses);
    }

    public FeeItem on(LocalDate day) {
        return new FeeItem(
                itemClass, kind, amount, overCeiling, Optional.of(day), excluded, traditional, prepayment, uses);
    }

    /** The line is refused and goes to the person. */
    public FeeItem refused() {
        return new FeeItem(itemClass, kind, amount, overCeiling, date, true, traditional, prepayment, uses);
    }

    /** 中药、蒙药。 */
    public FeeItem ofTraditionalMedicine() {
        return new FeeItem(itemClass, kind, amount, overCeiling, date, excluded, true, prepayment, uses);
    }

    /** 目录为该项目所定的先行自付比例。 */
    public FeeItem prepaid(Rate rate) {
        return new FeeItem(itemClass, kind, amount, overCeiling, date, excluded, traditional, Optional.of(rate), uses);
    }

    /** 目录标注的用途；没有用途的写空集。 */
    public FeeItem usedFor(Set<String> marked) {
        return new FeeItem(
                itemClass, kind, amount, overCeiling, date, excluded, traditional, prepayment, Optional.of(marked));
    }
}
