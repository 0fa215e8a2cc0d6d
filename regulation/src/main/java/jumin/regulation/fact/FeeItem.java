package jumin.regulation.fact;

import java.time.LocalDate;
import java.util.Optional;
import jumin.regulation.Money;

/** 费用明细。{@code overCeiling} is the part of the amount above the item's payment standard; without a date it has the day of admission. */
public record FeeItem(
        ItemClass itemClass,
        String kind,
        Money amount,
        Money overCeiling,
        Optional<LocalDate> date,
        boolean excluded,
        boolean traditional) {

    public FeeItem {
        if (amount.isNegative() || overCeiling.isNegative() || overCeiling.compareTo(amount) > 0) {
            throw new IllegalArgumentException("费用明细金额 " + amount + "、超限价 " + overCeiling + " 须为 0 ≤ 超限价 ≤ 金额");
        }
    }

    public static FeeItem of(ItemClass itemClass, String kind, Money amount) {
        return new FeeItem(itemClass, kind, amount, Money.ZERO, Optional.empty(), false, false);
    }

    public FeeItem overCeiling(Money part) {
        return new FeeItem(itemClass, kind, amount, part, date, excluded, traditional);
    }

    public FeeItem on(LocalDate day) {
        return new FeeItem(itemClass, kind, amount, overCeiling, Optional.of(day), excluded, traditional);
    }

    /** The line is refused and goes to the person. */
    public FeeItem refused() {
        return new FeeItem(itemClass, kind, amount, overCeiling, date, true, traditional);
    }

    /** 中药、蒙药。 */
    public FeeItem ofTraditionalMedicine() {
        return new FeeItem(itemClass, kind, amount, overCeiling, date, excluded, true);
    }
}
