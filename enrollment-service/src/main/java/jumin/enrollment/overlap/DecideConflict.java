package jumin.enrollment.overlap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Predicate;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Divisions;
import jumin.enrollment.ending.EndCover;
import jumin.enrollment.ending.EndingId;
import jumin.enrollment.ending.EndingSubmission;
import jumin.enrollment.ending.SuspendCover;
import jumin.enrollment.ending.SuspensionSubmission;
import jumin.enrollment.ending.UndoEnding;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.notice.FormerPlaceNotices;
import jumin.enrollment.page.Page;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;

/** 重复参保处理: a person decides, the proposal only proposes; what was decided can be taken back. */
@ApplicationScoped
public class DecideConflict {

    private static final String TRIAL = "试算";

    private final Conflicts conflicts;
    private final Divisions divisions;
    private final EndCover end;
    private final UndoEnding undo;
    private final SuspendCover suspend;
    private final FormerPlaceNotices notices;
    private final Audit audit;

    DecideConflict(
            Conflicts conflicts,
            Divisions divisions,
            EndCover end,
            UndoEnding undo,
            SuspendCover suspend,
            FormerPlaceNotices notices,
            Audit audit) {
        this.conflicts = conflicts;
        this.divisions = divisions;
        this.end = end;
        this.undo = undo;
        this.suspend = suspend;
        this.notices = notices;
        this.audit = audit;
    }

    @Transactional
    Page<ConflictView> list(ConflictFilter asked, int page, int size) {
        var filter = asked.at(divisions::pathOf);
        return new Page<>(conflicts.list(filter, page, size), page, size, conflicts.count(filter));
    }

    @Transactional
    public ConflictView run(ConflictId id, ConflictDecision decision) {
        var conflict = conflicts.lock(id);
        if (!conflict.state().equals("OPEN")) {
            throw new ProblemException(
                    EnrollmentProblem.CONFLICT_DECIDED,
                    conflict.state().equals("WITHDRAWN") ? "名单已撤销，或我方参保登记已撤销、终止，没有可处理的。" : "此重复参保已处理；需改变的，先撤销处理。");
        }
        var ending = switch (decision.decision()) {
            case TERMINATE -> Optional.of(terminate(conflict, decision.reason()));
            case SUSPEND -> {
                suspend.run(conflict.enrollmentId(), suspension(conflict, decision.reason()));
                yield Optional.<EndingId>empty();
            }
            case KEEP -> {
                tellFormerPlace(conflict);
                yield Optional.<EndingId>empty();
            }
        };
        conflicts.decide(id, decision.decision().name(), decision.reason(), ending);
        audited(conflict, decision.decision().chinese());
        return conflicts.lock(id);
    }

    private void tellFormerPlace(ConflictView conflict) {
        if (conflict.source() == CoverSource.OTHER_REGION) {
            notices.kept(
                    conflict.personId(),
                    conflict.conflictId().value(),
                    conflict.insuredWhere(),
                    conflict.insuredFrom());
        }
    }

    /** 处理试算: what a decision would do to cover and to what was paid, and by which article. Changes nothing. */
    @Transactional
    public ConflictTrialView trial(ConflictId id, ConflictDecision.Word decision) {
        var conflict = conflicts.get(id);
        return switch (decision) {
            case TERMINATE ->
                ConflictTrialView.ending(
                        id, end.trial(conflict.personId(), ending(conflict, TRIAL), enrollment(conflict)));
            case SUSPEND ->
                ConflictTrialView.suspension(id, suspend.trial(conflict.enrollmentId(), suspension(conflict, TRIAL)));
            case KEEP -> ConflictTrialView.keeping(id);
        };
    }

    /** One conflict is of one year's enrollment: the person's other years have conflicts of their own, or none. */
    private EndingId terminate(ConflictView conflict, String reason) {
        var ended = end.run(conflict.personId(), ending(conflict, reason), enrollment(conflict));
        return ended.endingId().orElseThrow();
    }

    private static Predicate<Enrollment> enrollment(ConflictView conflict) {
        return enrollment -> enrollment.id().equals(conflict.enrollmentId());
    }

    private static EndingSubmission ending(ConflictView conflict, String reason) {
        return new EndingSubmission(conflict.source().event(), conflict.insuredFrom(), reason, evidence(conflict));
    }

    private static SuspensionSubmission suspension(ConflictView conflict, String reason) {
        return new SuspensionSubmission(
                SuspensionSubmission.Action.SUSPEND, conflict.insuredFrom(), reason, evidence(conflict));
    }

    private static String evidence(ConflictView conflict) {
        return conflict.sourceName() + "名单：" + conflict.insuredWhere() + "，自" + conflict.insuredFrom() + "起";
    }

    @Transactional
    public ConflictView undo(ConflictId id, String reason) {
        var conflict = conflicts.lock(id);
        if (!conflict.state().equals("DECIDED")) {
            throw new ProblemException(EnrollmentProblem.CONFLICT_DECIDED, "此重复参保尚未处理，无需撤销。");
        }
        conflict.endingId().ifPresent(ending -> undo.run(ending, reason));
        if (conflict.decision().equals(Optional.of("SUSPEND"))) {
            suspend.undo(conflict.enrollmentId(), conflict.insuredFrom(), reason);
        }
        notices.reopened(id.value());
        conflicts.reopen(id);
        audited(conflict, "撤销");
        return conflicts.lock(id);
    }

    private void audited(ConflictView conflict, String what) {
        audit.changed("cover-conflict", conflict.personId(), conflicts.divisionPath(conflict.conflictId()), what);
    }
}
