package jumin.enrollment.student;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.school.ConfirmationState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 大学生学籍确认 as staff and schools see it. */
@Schema(description = "大学生学籍确认")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StudentConfirmationView(
        EnrollmentId enrollmentId,
        PersonId personId,
        int benefitYear,
        @Schema(examples = "李**") String maskedName,
        @Schema(examples = "110101********1247") String idMasked,
        String school,

        @Schema(implementation = String.class, description = "学校名称；未登记的没有")
        Optional<String> schoolName,

        ConfirmationState state,

        @Schema(description = "ROSTER 学校花名册；SCHOOL 学校确认；EVIDENCE 凭材料；待确认时没有")
        String basis,

        String evidence,
        String reason,
        OffsetDateTime recordedAt) {}
