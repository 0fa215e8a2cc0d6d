package jumin.claims.redo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.claims.settlement.SettlementRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 待重算清单一行的一步 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "列入、差额有变、不予重算、重新列入、已重算、不再不同：当时的差额和起因、谁、理由、何时")
public record RedoItemStep(
        RedoItemView.State state,
        SettlementRow.Outcome newOutcome,
        List<String> changed,
        Difference difference,
        @Schema(description = "已重算的：重算单") UUID redo,
        String by,
        String reason,
        OffsetDateTime at) {}
