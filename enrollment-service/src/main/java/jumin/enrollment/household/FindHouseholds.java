package jumin.enrollment.household;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Division;
import jumin.enrollment.division.Divisions;
import jumin.enrollment.page.Page;
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonLine;
import jumin.enrollment.person.Persons;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;

/** 查看户 */
@ApplicationScoped
public class FindHouseholds {

    private final Households households;
    private final Members members;
    private final Persons persons;
    private final Divisions divisions;
    private final Audit audit;
    private final Clock clock;

    FindHouseholds(
            Households households, Members members, Persons persons, Divisions divisions, Audit audit, Clock clock) {
        this.households = households;
        this.members = members;
        this.persons = persons;
        this.divisions = divisions;
        this.audit = audit;
        this.clock = clock;
    }

    public HouseholdView one(HouseholdId id, Optional<LocalDate> on) {
        return one(id, on, Optional.empty());
    }

    /**
     * @param on who lived there on that day; today when not given
     * @param knownAt as we knew it at that moment; now when not given
     */
    @Transactional
    public HouseholdView one(HouseholdId id, Optional<LocalDate> on, Optional<OffsetDateTime> knownAt) {
        var household = households.get(id);
        audit.read("household", id, household.divisionPath);
        var day = on.orElseGet(() -> LocalDate.now(clock));
        var memberships = members.of(id, day, knownAt.orElseGet(() -> OffsetDateTime.now(clock)));
        var people = people(memberships);
        return new HouseholdView(
                id,
                household.divisionPath,
                divisions.nameAt(household.divisionPath),
                household.houseNumber,
                household.address,
                household.collective,
                memberships.stream()
                        .filter(member -> people.containsKey(member.person()))
                        .map(member -> view(member, people.get(member.person())))
                        .toList(),
                memberships.stream()
                        .filter(member -> !people.containsKey(member.person()))
                        .map(member -> new HouseholdView.MovedAway(
                                member.relation(), member.relation().chinese(), member.from()))
                        .toList(),
                household.version);
    }

    @Transactional
    public Page<HouseholdView.HouseholdLine> page(Optional<String> division, int page, int size) {
        var path = division.map(this::pathOf).orElse("");
        var found = households.under(path, page, size);
        var counts = members.counts(found.stream().map(Household::id).toList());
        return new Page<>(
                found.stream()
                        .map(household -> new HouseholdView.HouseholdLine(
                                household.id(),
                                household.divisionPath,
                                household.houseNumber,
                                household.address,
                                counts.getOrDefault(household.id(), 0)))
                        .toList(),
                page,
                size,
                households.countUnder(path));
    }

    private Map<PersonId, Person> people(List<Members.Member> memberships) {
        return persons.ofIds(memberships.stream().map(Members.Member::person).toList()).stream()
                .collect(Collectors.toMap(Person::id, Function.<Person>identity()));
    }

    private static HouseholdView.MemberView view(Members.Member member, Person person) {
        return new HouseholdView.MemberView(
                member.relation(), member.relation().chinese(), member.from(), PersonLine.of(person));
    }

    private String pathOf(String code) {
        return divisions
                .find(code)
                .map(Division::path)
                .orElseThrow(() -> ProblemException.field(
                        EnrollmentProblem.DIVISION_UNKNOWN, "?divisionCode", "没有区划 " + code, "请从区划列表中选择"));
    }
}
