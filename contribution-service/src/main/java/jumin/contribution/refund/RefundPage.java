package jumin.contribution.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.contribution.sheet.ExportList.Column;
import jumin.contribution.sheet.ExportList.Form;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 退费办理清单. @param next pass as {@code after} for the next page; absent at the end */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefundPage(List<Line> items, Long next) {

    /** One refund. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID refundId,
            long seq,
            String state,
            String stateText,
            @Schema(description = "等待下一步的天数；已办结的为0") long waitingDays,
            @Schema(description = "无人认领的没有") UUID personId,
            String personNo,
            @Schema(description = "姓名（脱敏）") String name,
            String divisionPath,
            @Schema(description = "村（社区）名称") String village,
            int benefitYear,
            String cause,
            @Schema(description = "退费情形") String causeText,
            Money amount,

            @Schema(description = "TAX 税务退库 / EXPENDITURE 支出户付款")
            String channel,

            @Schema(description = "付款渠道") String channelText,
            String taxOrgan,
            String requestedBy,
            OffsetDateTime requestedAt,
            @Schema(description = "何时到现在这一步") OffsetDateTime changedAt,
            @Schema(description = "退库单号") String documentNo,
            LocalDate paidOn,
            String note) {}

    /** 退费申请表 or 告知书, as it is printed. @param number of the case; empty where there is none */
    public record Paper(
            String number,
            Who who,
            int benefitYear,
            String cause,
            LocalDate eventDate,
            boolean allowed,
            String article,
            String text,
            Money amount,
            String payee,
            List<Voucher> vouchers,
            String by,
            LocalDate on) {

        /** 情形发生之日, for the page. */
        public String day() {
            return eventDate == null ? "" : eventDate.toString();
        }
    }

    /** Whose money it is. */
    public record Who(String name, String idMasked, String personNo) {}

    /** What of a tax voucher goes back. */
    public record Voucher(String voucherNo, Money amount) {}

    static final Form<Line> FORM = new Form<>(
            "退费办理清单",
            "refunds",
            List.of(
                    new Column<>("状态", Line::stateText),
                    new Column<>("等待天数", Line::waitingDays),
                    new Column<>("人员编号", Line::personNo),
                    new Column<>("姓名", Line::name),
                    new Column<>("村（社区）", Line::village),
                    new Column<>("年度", Line::benefitYear),
                    new Column<>("情形", Line::causeText),
                    new Column<>("金额", Line::amount),
                    new Column<>("付款渠道", Line::channelText),
                    new Column<>("申请人", Line::requestedBy),
                    new Column<>("申请时间", Line::requestedAt),
                    new Column<>("退库单号", Line::documentNo),
                    new Column<>("退款日期", Line::paidOn),
                    new Column<>("说明", Line::note)));
}
