package jumin.enrollment.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.enrollment.ChangeId;
import jumin.enrollment.enrollment.EnrollmentChange;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.EnrollmentType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 参保变更 as staff sees it. */
@Schema(description = "参保变更；可撤销的写明编号")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ChangeView(
        ChangeId changeId,
        EnrollmentId enrollmentId,
        EnrollmentChange.Kind kind,
        LocalDate effectiveOn,
        @Schema(description = "变更前") SaidView before,
        @Schema(description = "变更后") SaidView after,
        String reason,
        String evidence,
        String article,
        OffsetDateTime recordedAt,
        @Schema(implementation = OffsetDateTime.class) Optional<OffsetDateTime> undoneAt,
        String undoReason) {

    /** 参保类型和事由 */
    @Schema(description = "参保类型和事由")
    public record SaidView(
            EnrollmentType type,
            @Schema(examples = "普通居民") String typeName,
            @Schema(implementation = Object.class) JsonNode facts) {

        static SaidView of(EnrollmentChange.Said said) {
            return new SaidView(said.type(), said.type().chinese(), said.facts());
        }
    }

    /** The changes of one enrollment. */
    @Schema(name = "ChangesFound", description = "参保变更，按办理的先后，含已撤销的")
    public record Found(List<ChangeView> items) {}

    static ChangeView of(EnrollmentChange change) {
        return new ChangeView(
                change.id(),
                change.enrollment(),
                change.kind(),
                change.effectiveOn(),
                SaidView.of(change.before()),
                SaidView.of(change.after()),
                change.grounds().reason(),
                change.grounds().evidence(),
                change.grounds().article(),
                change.recordedAt(),
                change.undoneAt(),
                change.undoReason());
    }
}
