package jumin.enrollment.newborn;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.eligibility.LawAnswer;
import jumin.enrollment.ending.EndingEffect;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 死亡新生儿的试算与登记结果 */
@Schema(description = "死亡新生儿：能否参保、享受到哪一日、能否退费，各附依据")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DeceasedNewbornView(
        @Schema(implementation = String.class) Optional<PersonId> personId,
        @Schema(implementation = String.class) Optional<EnrollmentId> enrollmentId,
        int benefitYear,

        @Schema(description = "newborn_deceased 条文另有规定；newborn 按新生儿的规定")
        EnrollmentType type,

        ParentCover parent,

        @Schema(implementation = LocalDate.class, description = "最后办理之日")
        Optional<LocalDate> deadline,

        LawAnswer cover,
        EndingEffect.RefundEffect refund) {

    boolean allowed() {
        return cover.outcome().equals("YES");
    }

    DeceasedNewbornView registered(PersonId person, EnrollmentId enrollment) {
        return new DeceasedNewbornView(
                Optional.of(person), Optional.of(enrollment), benefitYear, type, parent, deadline, cover, refund);
    }
}
