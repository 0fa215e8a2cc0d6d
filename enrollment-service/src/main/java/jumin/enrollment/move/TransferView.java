package jumin.enrollment.move;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 跨辖区迁移申请: as both places see it; names masked. */
@Schema(description = "跨辖区迁移申请；迁出地提出，迁入地接收")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TransferView(
        TransferId transferId,
        PersonId personId,
        @Schema(examples = "李**") String maskedName,
        @Schema(examples = "110101********1247") String idMasked,
        @Schema(examples = "青石村") String fromName,
        @Schema(examples = "云岭村") String toName,
        LocalDate on,
        String reason,

        @Schema(description = "PROPOSED 待接收；ACCEPTED 已接收；REFUSED 已退回；WITHDRAWN 已撤回")
        String state,

        String proposedBy,
        OffsetDateTime recordedAt,
        @Schema(implementation = String.class) Optional<String> decidedBy,
        @Schema(implementation = String.class) Optional<String> decision,

        @Schema(implementation = UUID.class, description = "随户迁移的，整户申请的编号")
        Optional<UUID> householdTransferId) {}
