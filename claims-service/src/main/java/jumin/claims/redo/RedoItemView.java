package jumin.claims.redo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 待重算清单的一行 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "按今天所知会有不同结果的决定：原结果、新结果、变了的事实和差额（新减旧）")
public record RedoItemView(
        SettlementId settlementId,
        String number,
        PersonId personId,
        int benefitYear,
        @Schema(description = "姓名（遮盖）") String personName,
        @Schema(description = "机构；零星报销为 -") String provider,
        SettlementRow.Outcome outcome,
        SettlementRow.Outcome newOutcome,

        @Schema(
                description =
                        "变了的事实：cover 待遇期、categories 身份、standard 年度标准、filing 备案与认定、provider 机构级别、law 法规、person 参保人（合并或撤销合并）、accumulators 累计")
        List<String> changed,

        Difference difference,
        OffsetDateTime detectedAt,
        State state,
        @Schema(description = "已重算的：重算单") UUID redo,
        String closedBy,
        String closingReason,
        @Schema(description = "上次重算未成的原因；仍待办") String failure) {

    /** 待办、已重算、不再不同、不予重算 */
    @Schema(name = "RedoItemState")
    public enum State {
        OPEN,
        DONE,
        GONE,
        DISMISSED
    }
}
