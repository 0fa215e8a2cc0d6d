package jumin.contribution.treasury;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 国库确认 as staff and the tax organ see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TreasuryView(
        UUID confirmationId,
        String taxOrgan,
        String voucherNo,

        @Schema(description = "RECEIVED 入库 / REMITTED 上解 / RETURNED 退回税务机关")
        TreasuryStage stage,

        String stageText,
        Money amount,
        LocalDate confirmedOn,
        String documentNo,

        @Schema(description = "第几次入库：退回后重新入库的为下一次") int attempt,
        State state,
        String stateText,
        OffsetDateTime reportedAt,
        UUID paymentId,
        @Schema(description = "最近一次冲销申请；税务机关看不到") Reversal reversal) {

    /** 国库确认的状态 */
    public enum State {
        BOOKED("已记账"),
        WAITS_FOR_PAYMENT("等待该税票的缴费"),
        WAITS_FOR_RECEIVED("等待该税票入库"),
        RETURNED("已退回，其后重新入库"),
        REVERSED("已冲销");

        private final String title;

        State(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** 国库确认的冲销. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reversal(
            UUID reversalId,
            String reason,

            @Schema(description = "PROPOSED 待复核 / APPROVED 已冲销 / REJECTED 不予冲销")
            String state,

            String proposedBy,
            OffsetDateTime proposedAt,
            String decidedBy,
            OffsetDateTime decidedAt) {}

    /** @param next pass as {@code after} for the next page; absent at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TreasuryPage(List<TreasuryView> items, String next) {}
}
