package jumin.claims.redo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import jumin.claims.settlement.SettlementId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 经办机构冲正 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "经办机构冲正：没有机构能冲正的结算（零星报销、协议已终止的机构），由一人提出、另一人批准")
public record AgencyReversalView(
        UUID id,
        SettlementId settlementId,
        @Schema(description = "机构；零星报销为 -") String provider,
        String reason,
        String askedBy,
        LocalDate askedOn,
        State state,
        String decidedBy,
        String opinion,
        @Schema(description = "批准后的冲正记录") SettlementId reversalId) {

    /** 待批准、已冲正、不同意 */
    @Schema(name = "AgencyReversalState")
    public enum State {
        ASKED("待批准"),
        DONE("已冲正"),
        REJECTED("不同意");

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
