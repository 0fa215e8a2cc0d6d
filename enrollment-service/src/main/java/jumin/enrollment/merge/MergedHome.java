package jumin.enrollment.merge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.history.RecordChange;
import jumin.enrollment.household.Members;
import jumin.enrollment.household.Memberships;
import jumin.enrollment.household.Relation;
import jumin.enrollment.household.RewriteHousehold;
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.Persons;
import jumin.platform.problem.ProblemException;

/** 合并后的户: a record that is no person of its own is no member either; undone, it is one again. */
@ApplicationScoped
class MergedHome {

    private final Persons persons;
    private final Memberships memberships;
    private final RewriteHousehold households;
    private final Clock clock;

    MergedHome(Persons persons, Memberships memberships, RewriteHousehold households, Clock clock) {
        this.persons = persons;
        this.memberships = memberships;
        this.households = households;
        this.clock = clock;
    }

    /** Households before persons, each in the order of their ids, as everybody does. */
    void lock(PersonId one, PersonId other) {
        persons.ofIds(List.of(one, other)).stream()
                .flatMap(person -> person.household().stream())
                .distinct()
                .sorted(Comparator.comparing(HouseholdId::toString))
                .forEach(households::forChange);
    }

    Optional<Carried.Home> leave(Person merged, String reason) {
        return memberships.of(merged.id()).map(member -> {
            if (member.relation() == Relation.HEAD
                    && memberships.of(member.household()).size() > 1) {
                throw new ProblemException(EnrollmentProblem.HOUSEHOLD_NEEDS_HEAD, "并入的登记是户主且户内另有成员，请先变更户主，再办理合并。");
            }
            var today = LocalDate.now(clock);
            households.run(
                    households.forChange(member.household()),
                    RecordChange.since(RecordChange.Word.MERGED, today, reason),
                    () -> memberships.leave(member, today, reason));
            return new Carried.Home(member.household(), member.relation(), today);
        });
    }

    /** Where the person belongs again; nowhere when it belonged nowhere. */
    Optional<String> back(PersonId merged, Optional<Carried.Home> home, String reason) {
        return home.map(former -> {
            var household = households.forChange(former.household());
            households.run(
                    household,
                    RecordChange.since(RecordChange.Word.UNMERGED, LocalDate.now(clock), reason),
                    () -> memberships.join(
                            new Members.NewMember(
                                    former.household(),
                                    merged,
                                    household.divisionPath(),
                                    relation(former),
                                    former.leftOn()),
                            reason));
            return household.divisionPath();
        });
    }

    private Relation relation(Carried.Home former) {
        return Stream.of(former.relation())
                .filter(relation -> relation == Relation.HEAD)
                .filter(head -> memberships.of(former.household()).stream()
                        .anyMatch(member -> member.relation() == Relation.HEAD))
                .map(head -> Relation.OTHER)
                .findFirst()
                .orElse(former.relation());
    }
}
