package jumin.enrollment.overlap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.law.EndingLaw;
import jumin.regulation.entitlement.EntitlementDecision;

/** 处理建议: what the law of the benefit year makes of another cover; a person decides. */
@ApplicationScoped
class ProposeDecision {

    private final EndingLaw law;

    ProposeDecision(EndingLaw law) {
        this.law = law;
    }

    /** @param word TERMINATE, SUSPEND, KEEP, or COUNTY where the text says nothing */
    record Proposal(String word, String explanation, Optional<CitationView> citation) {}

    /** Short-term work rests cover where the area's text knows that; otherwise the event ends it. */
    Proposal run(Enrollment enrollment, CoverRow row, CoverSource source) {
        var from = row.from().orElseThrow();
        if (source == CoverSource.EMPLOYEE && row.to().isPresent()) {
            var suspension =
                    law.suspension(enrollment.area(), enrollment.benefitYear(), from, Optional.<LocalDate>empty());
            if (suspension.orElse(null) instanceof EntitlementDecision.Suspended suspended) {
                return new Proposal(
                        "SUSPEND",
                        "职工医保有终止日，属短期务工，建议自" + from + "起暂停，结束后依申请恢复",
                        Optional.of(CitationView.of(suspended.citation())));
            }
        }
        var ending = law.ending(
                enrollment.area(), enrollment.benefitYear(), source.event().word(), from);
        return switch (ending.orElse(null)) {
            case EntitlementDecision.Termination ends
            when ends.terminated() ->
                new Proposal("TERMINATE", "不得重复参保，建议自" + from + "起终止", Optional.of(CitationView.of(ends.citation())));
            case EntitlementDecision.Termination keeps ->
                new Proposal("KEEP", "不影响居民医保", Optional.of(CitationView.of(keeps.citation())));
            case null, default -> new Proposal("COUNTY", "条文没有写明此情形，请县级经办机构决定", Optional.empty());
        };
    }
}
