package jumin.enrollment.ending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 终止, or what it would do. */
@Schema(description = "终止；试算的没有编号和办理时间")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record EndingView(
        @Schema(implementation = String.class) Optional<EndingId> endingId,
        PersonId personId,
        EndingEvent event,
        @Schema(examples = "参加职工医保") String eventName,
        LocalDate on,
        String reason,
        String evidence,
        List<EndingEffect> effects,
        @Schema(description = "还要做什么") List<String> notes,
        @Schema(implementation = OffsetDateTime.class) Optional<OffsetDateTime> recordedAt,
        @Schema(implementation = OffsetDateTime.class) Optional<OffsetDateTime> undoneAt,
        @Schema(implementation = String.class) Optional<String> undoReason) {}
