package jumin.enrollment.ending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.enrollment.ChangeId;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.law.CitationView;
import jumin.regulation.entitlement.EntitlementDecision;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 暂停、恢复的效果 */
@Schema(description = "暂停与恢复的效果")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SuspensionView(
        @Schema(implementation = String.class) Optional<ChangeId> changeId,
        EnrollmentId enrollmentId,
        int benefitYear,

        @Schema(description = "SUSPENDS 暂停；RESUMES 恢复；REFUSED 本市不设暂停；HELD 暂缓")
        String outcome,

        String explanation,

        @Schema(implementation = LocalDate.class, description = "自该日起暂停")
        Optional<LocalDate> from,

        @Schema(implementation = LocalDate.class, description = "自该日起恢复")
        Optional<LocalDate> resumed,

        @Schema(implementation = CitationView.class) Optional<CitationView> citation,
        EndingEffect.RefundEffect refund) {

    private static final EndingEffect.RefundEffect NO_REFUND =
            new EndingEffect.RefundEffect("REFUSED", Optional.empty(), "参保关系没有终止，不涉及退费", Optional.empty());

    static SuspensionView of(
            Enrollment enrollment, boolean resumes, LocalDate on, Optional<EntitlementDecision> decision) {
        return switch (decision.orElse(null)) {
            case EntitlementDecision.Suspended suspended ->
                new SuspensionView(
                        Optional.empty(),
                        enrollment.id(),
                        enrollment.benefitYear(),
                        resumes ? "RESUMES" : "SUSPENDS",
                        resumes ? "自" + on + "起恢复居民医保待遇" : "自" + suspended.from() + "起暂停居民医保待遇，务工结束后可申请恢复",
                        Optional.of(suspended.from()),
                        suspended.resumed(),
                        Optional.of(CitationView.of(suspended.citation())),
                        NO_REFUND);
            case EntitlementDecision.Refused refused ->
                not(
                        enrollment,
                        "REFUSED",
                        "本市的规定没有暂停；参加职工医保的，请按“参加职工医保”办理终止",
                        Optional.of(CitationView.of(refused.cause().citation())));
            case EntitlementDecision.Held held ->
                not(
                        enrollment,
                        "HELD",
                        held.cause().title() + "；请报县级经办机构决定",
                        Optional.of(CitationView.of(held.cause().citation())));
            case null, default -> not(enrollment, "HELD", "本统筹区没有法规数据，不能判断", Optional.empty());
        };
    }

    private static SuspensionView not(
            Enrollment enrollment, String outcome, String explanation, Optional<CitationView> citation) {
        return new SuspensionView(
                Optional.empty(),
                enrollment.id(),
                enrollment.benefitYear(),
                outcome,
                explanation,
                Optional.empty(),
                Optional.empty(),
                citation,
                NO_REFUND);
    }

    boolean allowed() {
        return outcome.equals("SUSPENDS") || resumes();
    }

    boolean resumes() {
        return outcome.equals("RESUMES");
    }

    SuspensionView done(ChangeId id) {
        return new SuspensionView(
                Optional.of(id), enrollmentId, benefitYear, outcome, explanation, from, resumed, citation, refund);
    }
}
