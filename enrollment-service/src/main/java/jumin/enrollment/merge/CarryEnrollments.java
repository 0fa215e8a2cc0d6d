package jumin.enrollment.merge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.elsewhere.AidedElsewhere;
import jumin.enrollment.enrollment.AddEnrollments;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentEvents;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.EnrollmentState;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.school.StudentConfirmations;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.problem.ProblemException;

/**
 * 合并后的参保登记: the merged record's end, and the survivor has one in their place unless it has one of its own.
 * They end instead of changing hands, so that levy and cover of the merged record end with them in the other services.
 */
@ApplicationScoped
class CarryEnrollments {

    private static final String REASON = "与同一人的另一登记合并";

    private final Enrollments enrollments;
    private final AddEnrollments add;
    private final StudentConfirmations confirmations;
    private final EnrollmentEvents events;
    private final AidedElsewhere aided;
    private final DecideSubsidies subsidies;
    private final Clock clock;

    CarryEnrollments(
            Enrollments enrollments,
            AddEnrollments add,
            StudentConfirmations confirmations,
            EnrollmentEvents events,
            AidedElsewhere aided,
            DecideSubsidies subsidies,
            Clock clock) {
        this.enrollments = enrollments;
        this.add = add;
        this.confirmations = confirmations;
        this.events = events;
        this.aided = aided;
        this.subsidies = subsidies;
        this.clock = clock;
    }

    List<Carried.CarriedEnrollment> over(Person merged, Person survivor) {
        notAidedElsewhere(List.of(survivor.id(), merged.id()));
        var today = LocalDate.now(clock);
        var carried = new ArrayList<Carried.CarriedEnrollment>();
        for (var found : enrollments.activeOf(List.of(merged.id()))) {
            var enrollment = enrollments.hold(found);
            if (enrollment.state() != EnrollmentState.ENROLLED) {
                continue;
            }
            enrollment.cancel(today, REASON);
            enrollments.flush();
            events.add(List.of(enrollment), "CANCELLED", REASON);
            subsidies.publish(enrollment);
            var own = enrollments.active(survivor.id(), enrollment.benefitYear());
            carried.add(new Carried.CarriedEnrollment(
                    enrollment.id().value(),
                    own.isPresent()
                            ? Optional.empty()
                            : Optional.of(successor(enrollment, survivor).value())));
        }
        return carried;
    }

    /** Nobody is aided twice for one year, here and elsewhere: not as two records of one person either. */
    private void notAidedElsewhere(List<PersonId> both) {
        var years = Stream.concat(
                aided.twice(both).stream(),
                enrollments.activeOf(both).stream()
                        .map(Enrollment::benefitYear)
                        .distinct()
                        .filter(year -> !aided.of(both, year).isEmpty()));
        years.findFirst().ifPresent(year -> {
            throw new ProblemException(
                    EnrollmentProblem.ELSEWHERE_AID_CLAIMED,
                    "两条登记合并后，" + year + "年度既有异地参保资助又有本地参保（或有两笔异地资助）；请先撤回异地参保资助，或终止本地登记，再办理合并。");
        });
    }

    private EnrollmentId successor(Enrollment enrollment, Person survivor) {
        var added = add.carried(enrollment, survivor);
        confirmations.carry(enrollment, added);
        subsidies.run(List.of(added));
        return added.id();
    }

    /** Benefit years of what was carried over, or of what the survivor had of its own. */
    List<Integer> years(Carried carried, boolean over) {
        var cancelled = carried.enrollments().stream()
                .filter(one -> one.successor().isPresent() == over)
                .map(one -> new EnrollmentId(one.cancelled()))
                .toList();
        return enrollments.ofIds(cancelled).stream()
                .map(Enrollment::benefitYear)
                .sorted()
                .toList();
    }

    /** What happened to the survivor's in between goes back with it. */
    void back(Carried carried) {
        for (var one : carried.enrollments()) {
            var former = enrollments.get(new EnrollmentId(one.cancelled()));
            if (former.state() != EnrollmentState.CANCELLED) {
                continue;
            }
            var successor = one.successor().map(EnrollmentId::new).map(enrollments::get);
            if (successor
                    .filter(next -> next.state() == EnrollmentState.CANCELLED)
                    .isPresent()) {
                continue;
            }
            successor.ifPresentOrElse(former::takeOver, former::restore);
            successor.ifPresent(next -> next.cancel(LocalDate.now(clock), "合并已撤销"));
            enrollments.flush();
            successor.ifPresent(next -> confirmations.carry(next, former));
            events.add(List.of(former), "RESTORED", "合并已撤销");
            successor.ifPresent(next -> events.add(List.of(next), "CANCELLED", "合并已撤销"));
            successor.ifPresent(subsidies::publish);
            subsidies.run(List.of(former));
            subsidies.publish(former);
        }
    }

    /** What the survivor was enrolled for after the merge, on its own. */
    List<EnrollmentId> since(PersonId survivor, Carried carried, java.time.OffsetDateTime moment) {
        List<UUID> successors = carried.enrollments().stream()
                .flatMap(one -> one.successor().stream())
                .toList();
        return enrollments.ofPerson(survivor).stream()
                .filter(enrollment -> enrollment.recordedAt().isAfter(moment))
                .map(Enrollment::id)
                .filter(id -> !successors.contains(id.value()))
                .toList();
    }
}
