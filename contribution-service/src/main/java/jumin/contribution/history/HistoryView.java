package jumin.contribution.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 参保中断与修复的认定 as staff see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryView(
        UUID statementId,
        UUID personId,
        int benefitYear,
        int lapseYears,
        int repairedYears,
        LocalDate interruptedFrom,
        String evidence,

        @Schema(description = "PROPOSED 待复核 / APPROVED 已认定 / REJECTED 不予认定")
        String state,

        String proposedBy,
        OffsetDateTime proposedAt,
        String decidedBy,
        OffsetDateTime decidedAt) {}
