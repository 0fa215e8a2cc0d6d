package jumin.contribution.money;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.contribution.insured.Household;
import jumin.contribution.levy.HeldReason;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 家庭应缴单: what each member owes, what the subsidy takes off, what is paid. */
public record HouseholdBill(
        String householdId,
        @Schema(description = "户编号，村内唯一") String houseNumber,
        @Schema(description = "户主姓名（脱敏）；没有户主的为空") String householdHead,
        int benefitYear,
        List<Member> members,
        @Schema(description = "应缴合计") Money dueTotal,
        @Schema(description = "资助合计") Money subsidyTotal,
        @Schema(description = "已缴合计") Money paidTotal,
        @Schema(description = "尚欠合计") Money openTotal) {

    /** One member's line. */
    public record Member(
            UUID personId,
            String personNo,
            String name,
            String idMasked,
            String levyState,
            String reason,
            @Schema(description = "暂缓或取消的原因") String reasonText,
            Money individualContribution,
            Money subsidyAmount,
            Money dueAmount,
            Money paidAmount,
            Money openAmount,
            String category,
            @Schema(description = "资助身份") String categoryText,
            List<String> articles,

            @Schema(description = "已缴而在暂存款的，或可能是此人所缴的；不计入已缴和尚欠")
            List<WaitingMoney> waiting) {

        /** In words for the paper; empty where nothing waits. */
        public String waitingText() {
            return waiting.stream().map(WaitingMoney::text).collect(Collectors.joining("；"));
        }

        /** What a paper says in place of amounts: nobody may read a levy on hold as nothing to pay. Empty where the amounts hold. */
        public String inPlaceOfAmounts() {
            return switch (levyState) {
                case "ISSUED" -> "";
                case "HELD" -> "暂缓核定：" + HeldReason.text(reason) + "，暂勿缴费，确定后另行通知";
                case "CANCELLED" -> "本年度无应缴";
                default -> "未登记参保或尚未核定";
            };
        }
    }

    static HouseholdBill of(Household household, String head, int benefitYear, List<Member> members) {
        return new HouseholdBill(
                household.householdId(),
                household.houseNumber(),
                head,
                benefitYear,
                List.copyOf(members),
                members.stream().map(Member::dueAmount).reduce(Money.ZERO, Money::plus),
                members.stream().map(Member::subsidyAmount).reduce(Money.ZERO, Money::plus),
                members.stream().map(Member::paidAmount).reduce(Money.ZERO, Money::plus),
                members.stream().map(Member::openAmount).reduce(Money.ZERO, Money::plus));
    }
}
