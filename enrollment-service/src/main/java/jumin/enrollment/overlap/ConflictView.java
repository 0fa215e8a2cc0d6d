package jumin.enrollment.overlap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jumin.enrollment.ending.EndingId;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 重复参保 */
@Schema(description = "重复参保：我方与对方的参保，建议及依据，处理结果")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ConflictView(
        ConflictId conflictId,
        PersonId personId,
        @Schema(examples = "李**") String maskedName,
        @Schema(examples = "110101********1247") String idMasked,
        EnrollmentId enrollmentId,
        int benefitYear,
        CoverSource source,
        @Schema(examples = "职工医保") String sourceName,
        LocalDate insuredFrom,
        @Schema(implementation = LocalDate.class) Optional<LocalDate> insuredTo,
        String insuredWhere,

        @Schema(description = "TERMINATE 终止；SUSPEND 暂停；KEEP 保留；COUNTY 县级决定")
        String proposal,

        String explanation,
        @Schema(implementation = CitationView.class) Optional<CitationView> citation,
        @Schema(description = "OPEN 待处理；DECIDED 已处理") String state,
        @Schema(implementation = String.class) Optional<String> decision,
        @Schema(implementation = String.class) Optional<String> reason,
        @Schema(implementation = String.class) Optional<EndingId> endingId,
        @Schema(implementation = OffsetDateTime.class) Optional<OffsetDateTime> decidedAt) {}
