package jumin.enrollment.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.person.PersonLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 合并, and what it did. */
@Schema(description = "合并；未撤销的没有 undoneAt")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record MergeView(
        MergeId mergeId,
        PersonLine survivor,
        PersonLine merged,
        String reason,
        String evidence,
        String actor,
        OffsetDateTime recordedAt,
        @Schema(description = "并入方因合并而撤销、由保留方接续的参保登记数") int carriedEnrollments,
        @Schema(description = "两方同年都参保而撤销的参保登记数") int doubleEnrollments,
        @Schema(description = "转到保留方的身份认定数") int recognitions,

        @Schema(description = "合并之后在保留方新办的参保登记；撤销合并不动它们，须核对归谁")
        List<EnrollmentId> since,

        @Schema(implementation = OffsetDateTime.class) Optional<OffsetDateTime> undoneAt,
        @Schema(implementation = String.class) Optional<String> undoReason) {}
