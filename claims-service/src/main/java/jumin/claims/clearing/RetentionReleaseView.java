package jumin.claims.clearing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 预留返还 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "预留返还：按年度考核结果把月度结算单预留的金额返还机构，其余归基金")
public record RetentionReleaseView(
        UUID id,
        String provider,
        String area,
        int year,
        @Schema(description = "考核结果") String result,
        @Schema(description = "考核结论的文号") String decision,
        @Schema(description = "返还的依据：条款，或条款所指的服务协议") String basis,
        @Schema(description = "返还比例") Rate share,
        @Schema(description = "本次处理的预留") Money retained,
        @Schema(description = "返还机构") Money released,
        @Schema(description = "不返还，冲减基金支出") Money forfeited,
        String madeBy,
        LocalDate madeOn,
        String decidedBy,
        String opinion,
        String paidBy,
        String voucher,
        State state,

        @Schema(description = "历次拨付与银行退汇") List<ProviderPayment> payments,
        @Schema(description = "按待遇年度分列") List<ReleaseYear> years,
        @Schema(description = "撤回的各次复核") List<WithdrawnApproval> withdrawnApprovals) {

    RetentionReleaseView with(
            List<ProviderPayment> already, List<ReleaseYear> byYear, List<WithdrawnApproval> withdrawn) {
        return new RetentionReleaseView(
                id, provider, area, year, result, decision, basis, share, retained, released, forfeited, madeBy, madeOn,
                decidedBy, opinion, paidBy, voucher, state, already, byYear, withdrawn);
    }

    /** 待复核、已复核、不同意、已拨付、银行退汇 */
    @Schema(name = "RetentionReleaseState")
    public enum State {
        MADE("待复核"),
        APPROVED("已复核"),
        REJECTED("不同意"),
        PAID("已拨付"),
        BOUNCED("银行退汇");

        private final String title;

        State(String title) {
            this.title = title;
        }

        /** As it stands in sentences for people. */
        public String title() {
            return title;
        }
    }
}
