package jumin.regulation.settlement;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.fact.Facts;

/** 核算结果的各项金额；the declared quantities by name, the national ones also by method. */
public final class Amounts {

    private final SortedMap<String, Integer> slots;
    private final long[] frame;
    private final long poolRatio;
    private final List<PartPay> parts;

    /** 基金为一部分费用（院外购药、跨年度的一年）支付的金额，before limits on the whole bill；{@code facts} are the part's own. */
    public record PartPay(String group, Facts facts, Money fundPay) {}

    Amounts(SortedMap<String, Integer> slots, long[] frame, long poolRatio, List<PartPay> parts) {
        this.slots = slots;
        this.frame = frame;
        this.poolRatio = poolRatio;
        this.parts = List.copyOf(parts);
    }

    /** 统筹基金支付比例；none for lump sums and refusals. */
    public Optional<Rate> poolRatio() {
        return poolRatio == Sheet.NO_RATIO ? Optional.empty() : Optional.of(new Rate(poolRatio));
    }

    /** What was paid for each part of the bill that is computed by itself, in order. */
    public List<PartPay> parts() {
        return parts;
    }

    /** A declared quantity; zero where the law declares none of that name. */
    public Money get(String quantity) {
        var slot = slots.get(quantity);
        return slot == null ? Money.ZERO : Money.ofFen(frame[slot]);
    }

    /** All declared quantities. */
    public SortedMap<String, Money> byName() {
        var amounts = new TreeMap<String, Money>();
        slots.forEach((name, slot) -> amounts.put(name, Money.ofFen(frame[slot])));
        return amounts;
    }

    /** 医疗费总额 */
    public Money totalAmount() {
        return get("total");
    }

    /** 全自费：丙类及不在支付范围的 */
    public Money ownExpense() {
        return get("out_of_scope");
    }

    /** 超限价自费 */
    public Money overCeiling() {
        return get("over_ceiling");
    }

    /** 先行自付（乙类） */
    public Money prepayment() {
        return get("class_prepayment");
    }

    /** 政策范围内费用 */
    public Money eligibleAmount() {
        return get("scope");
    }

    /** 第三人负担 */
    public Money thirdPartyAmount() {
        return get("third_party");
    }

    /** 先行自付（异地） */
    public Money offAreaPrepayment() {
        return get("off_area_prepayment");
    }

    /** 起付标准（本次承担的） */
    public Money deductible() {
        return get("deductible");
    }

    /** 统筹基金支付 */
    public Money poolPay() {
        return get("pool");
    }

    /** 大病保险支付 */
    public Money criticalIllnessPay() {
        return get("critical_illness");
    }

    /** 医疗救助支付 */
    public Money medicalAssistancePay() {
        return get("assistance");
    }

    /** 基本医保与大病保险，不含医疗救助 */
    public Money insuranceFundPay() {
        return fundPay().minus(medicalAssistancePay());
    }

    /** 基金支付总额 */
    public Money fundPay() {
        return get("fund");
    }

    /** 个人负担 */
    public Money personPay() {
        return get("person");
    }
}
