package jumin.contribution.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 归属 of money that came for nobody, and its undoing. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssignmentView(
        UUID assignmentId,
        String voucherNo,
        UUID personId,
        String personNo,
        @Schema(description = "姓名（脱敏）") String name,
        @Schema(description = "核对依据") String note,
        String assignedBy,
        OffsetDateTime assignedAt,

        @Schema(description = "STANDING 归属有效 / UNDO_PROPOSED 撤销待复核 / UNDONE 已撤销")
        String state,

        String undoReason,
        String undoProposedBy,
        OffsetDateTime undoProposedAt,
        String undoneBy,
        OffsetDateTime undoneAt) {}
