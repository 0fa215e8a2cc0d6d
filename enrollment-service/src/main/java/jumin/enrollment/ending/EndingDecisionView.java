package jumin.enrollment.ending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 县级终止决定 as staff sees it. */
@Schema(description = "县级终止决定：条文没有写明的情形，一人提出、另一人复核")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record EndingDecisionView(
        EndingDecisionId decisionId,
        EnrollmentId enrollmentId,
        PersonId personId,
        @Schema(examples = "李**") String maskedName,
        @Schema(examples = "110101********1247") String idMasked,
        int benefitYear,
        EndingEvent event,
        @Schema(examples = "服刑") String eventName,
        LocalDate on,
        @Schema(description = "最后享受待遇之日") LocalDate lastCoveredDay,
        String reason,
        String evidence,
        String document,

        @Schema(description = "PROPOSED 待复核；APPROVED 已终止；REFUSED 已退回")
        String state,

        String proposedBy,
        OffsetDateTime recordedAt,

        @Schema(implementation = String.class, description = "复核意见")
        Optional<String> decision,

        @Schema(implementation = OffsetDateTime.class) Optional<OffsetDateTime> decidedAt,

        @Schema(implementation = String.class, description = "终止编号，据以撤销")
        Optional<EndingId> endingId) {}
