package jumin.enrollment.move;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.history.RecordChange;
import jumin.enrollment.household.Household;
import jumin.enrollment.household.Members;
import jumin.enrollment.household.Memberships;
import jumin.enrollment.household.OpenHouseholds;
import jumin.enrollment.household.Relation;
import jumin.enrollment.household.RewriteHousehold;
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.Persons;
import jumin.platform.problem.ProblemException;

/** 户的变动: one way for moving, splitting and merging. Households are locked before persons, each in the order of their ids. */
@ApplicationScoped
class Regroup {

    private final OpenHouseholds open;
    private final RewriteHousehold households;
    private final Memberships memberships;
    private final Persons persons;
    private final MovePersons move;
    private final Clock clock;

    Regroup(
            OpenHouseholds open,
            RewriteHousehold households,
            Memberships memberships,
            Persons persons,
            MovePersons move,
            Clock clock) {
        this.open = open;
        this.households = households;
        this.memberships = memberships;
        this.persons = persons;
        this.move = move;
        this.clock = clock;
    }

    /** The household they are in now. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<HouseholdId> run(Regrouping wanted) {
        if (wanted.on().isAfter(LocalDate.now(clock))) {
            throw ProblemException.field(EnrollmentProblem.CHANGE_DATE_INVALID, "/on", "变动日期晚于今天", "请在变动当日或之后办理");
        }
        var target = wanted.target()
                .map(key -> open.run(java.util.Map.of(key, wanted.address())).get(key));
        lock(wanted, target);
        var people = wanted.people().stream().map(persons::unmerged).toList();
        if (people.stream()
                .anyMatch(person -> target.isPresent() && person.household().equals(target))) {
            throw new ProblemException(EnrollmentProblem.ALREADY_IN_A_HOUSEHOLD, "此人已在该户，不需要迁移；关系有误的请变更户主或关系。");
        }
        people.stream()
                .flatMap(person -> person.household().stream())
                .distinct()
                .forEach(from -> leave(wanted, people, from));
        target.ifPresent(into -> join(wanted, people, into));
        people.forEach(person -> move.run(person, wanted, target));
        return target;
    }

    private void lock(Regrouping wanted, Optional<HouseholdId> target) {
        Stream.concat(
                        persons.ofIds(wanted.people()).stream().flatMap(person -> person.household().stream()),
                        target.stream())
                .distinct()
                .sorted(java.util.Comparator.comparing(HouseholdId::toString))
                .forEach(households::forChange);
    }

    private void leave(Regrouping wanted, List<Person> people, HouseholdId from) {
        var household = households.forChange(from);
        households.run(household, change(wanted), () -> {
            var members = memberships.of(from);
            var leaving = members.stream()
                    .filter(member ->
                            people.stream().anyMatch(person -> person.id().equals(member.person())))
                    .toList();
            var staying =
                    members.stream().filter(member -> !leaving.contains(member)).toList();
            leaving.forEach(member -> memberships.leave(member, wanted.on(), wanted.reason()));
            succeed(wanted, household, staying);
        });
    }

    /** A family has a head; a collective household needs none. */
    private void succeed(Regrouping wanted, Household household, List<Memberships.Open> staying) {
        if (staying.isEmpty()
                || household.collective()
                || staying.stream().anyMatch(member -> member.relation() == Relation.HEAD)) {
            return;
        }
        var successor = staying.stream()
                .filter(member -> wanted.successor().equals(Optional.of(member.person())))
                .findFirst()
                .orElseThrow(() -> ProblemException.field(
                        EnrollmentProblem.HOUSEHOLD_NEEDS_HEAD,
                        "/successor",
                        "户主离开后，留下的成员中要有一人为户主",
                        "请在 successor 中填写留下的一名成员，或先变更户主"));
        memberships.relate(successor, Relation.HEAD, wanted.on(), wanted.reason());
    }

    private void join(Regrouping wanted, List<Person> people, HouseholdId into) {
        var household = households.forChange(into);
        households.run(household, change(wanted), () -> {
            wanted.joining()
                    .forEach(joining -> memberships.join(
                            new Members.NewMember(
                                    into, joining.person(), household.divisionPath(), joining.relation(), wanted.on()),
                            wanted.reason()));
            var members = memberships.of(into);
            if (!household.collective() && members.stream().noneMatch(member -> member.relation() == Relation.HEAD)) {
                throw ProblemException.field(
                        EnrollmentProblem.HOUSEHOLD_NEEDS_HEAD, "/relation", "该户还没有户主", "请将一人的关系填为户主（HEAD）");
            }
        });
    }

    static RecordChange change(Regrouping wanted) {
        return RecordChange.since(RecordChange.Word.MOVED, wanted.on(), wanted.reason());
    }
}
