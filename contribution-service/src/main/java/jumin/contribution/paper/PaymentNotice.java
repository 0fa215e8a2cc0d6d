package jumin.contribution.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import jumin.contribution.money.HouseholdBill;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 参保缴费通知单: the bill of a household, or of one person alone, with the standard, the window and what to do. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentNotice(
        HouseholdBill bill,
        @Schema(description = "一人的通知单：缴费人姓名") String person,
        @Schema(description = "一人的通知单：个人编号") String personNo,
        String decisionNumber,
        LocalDate windowFrom,
        LocalDate windowTo,
        LocalDate issuedOn) {

    /** For the page; empty where something is to be paid, or is not known yet. */
    public String nothingToPay() {
        var known = bill.members().stream()
                .allMatch(member -> member.inPlaceOfAmounts().isEmpty());
        return known && bill.openTotal().fen() <= 0 ? "本年度没有尚欠的应缴，无需缴费。" : "";
    }
}
