package jumin.enrollment.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.elsewhere.AidedElsewhere;
import jumin.enrollment.enrollment.ChangeId;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentChange;
import jumin.enrollment.enrollment.EnrollmentChanges;
import jumin.enrollment.enrollment.EnrollmentEvents;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.EnrollmentState;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.person.PersonStatus;
import jumin.enrollment.person.Persons;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;

/** 撤销变更、查看变更: the last change is taken back first; an enrollment that ended is left alone. */
@ApplicationScoped
public class UndoChange {

    private final Persons persons;
    private final Enrollments enrollments;
    private final EnrollmentChanges changes;
    private final EnrollmentEvents events;
    private final DecideSubsidies subsidies;
    private final AidedElsewhere aided;
    private final Audit audit;
    private final Clock clock;

    UndoChange(
            Persons persons,
            Enrollments enrollments,
            EnrollmentChanges changes,
            EnrollmentEvents events,
            DecideSubsidies subsidies,
            AidedElsewhere aided,
            Audit audit,
            Clock clock) {
        this.persons = persons;
        this.enrollments = enrollments;
        this.changes = changes;
        this.events = events;
        this.subsidies = subsidies;
        this.aided = aided;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public ChangeView run(ChangeId id, String reason) {
        var change = changes.get(id);
        var enrollment = enrollments.lock(change.enrollment());
        var cancelled = change.kind() == EnrollmentChange.Kind.CANCELLATION && !change.isUndone();
        if (enrollment.state() != (cancelled ? EnrollmentState.CANCELLED : EnrollmentState.ENROLLED)) {
            throw new ProblemException(EnrollmentProblem.ENROLLMENT_ALREADY_ENDED, "此参保登记已撤销或终止，请先撤销终止，再撤销变更。");
        }
        changes.undone(id, reason);
        if (cancelled) {
            restore(enrollment);
        }
        if (!changes.said(enrollment).equals(change.after())) {
            throw new ProblemException(EnrollmentProblem.ENROLLMENT_CHANGED_SINCE, "其后又有变更，请从最后一次变更起逐次撤销。");
        }
        enrollment.change(change.before().type(), change.before().facts().toString());
        enrollments.flush();
        events.add(
                List.of(enrollment),
                new EnrollmentEvents.Event(
                        "RESTORED",
                        LocalDate.now(clock),
                        "撤销变更：" + reason,
                        change.grounds().article(),
                        ""));
        if (subsidies.run(List.of(enrollment)) == 0) {
            subsidies.publish(enrollment);
        }
        audit.changed("enrollment", enrollment.id(), enrollment.divisionPath(), "撤销变更");
        return ChangeView.of(changes.get(id));
    }

    /** 撤回撤销: it stands again from the day on which it was registered, unless the person has another one meanwhile. */
    private void restore(Enrollment enrollment) {
        if (persons.unmerged(enrollment.person()).status() != PersonStatus.ACTIVE) {
            throw new ProblemException(EnrollmentProblem.PERSON_DECEASED, "此人已登记死亡或已撤回登记，不能恢复参保登记。");
        }
        if (enrollments.active(enrollment.person(), enrollment.benefitYear()).isPresent()) {
            throw new ProblemException(
                    EnrollmentProblem.ALREADY_ENROLLED, "此人已另行办理" + enrollment.benefitYear() + "年度参保登记，请先撤销该登记。");
        }
        aided.refuse(enrollment.person(), enrollment.benefitYear());
        enrollment.restore();
    }

    @Transactional
    public List<ChangeView> of(EnrollmentId id) {
        var enrollment = enrollments.get(id);
        audit.read("enrollment-changes", enrollment.person(), enrollment.divisionPath());
        return changes.of(id).stream().map(ChangeView::of).toList();
    }
}
