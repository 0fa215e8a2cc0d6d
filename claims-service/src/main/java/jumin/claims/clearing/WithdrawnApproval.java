package jumin.claims.clearing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 撤回的复核 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "撤回的一次复核：谁复核的，谁何时为什么撤回")
public record WithdrawnApproval(
        UUID id,
        String approvedBy,
        @Schema(description = "当时的复核意见；没有留存的没有") String opinion,
        String withdrawnBy,
        LocalDate withdrawnOn,
        String reason) {}
