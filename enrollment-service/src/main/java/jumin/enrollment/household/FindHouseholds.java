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
import jumin.enrollment.division.Divisions;
import jumin.enrollment.page.Page;
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonLine;
import jumin.enrollment.person.Persons;
import jumin.platform.audit.Audit;
import jumin.platform.scope.CurrentCaller;

/** 查看户 */
@ApplicationScoped
public class FindHouseholds {

    private final Households households;
    private final HouseholdLines lines;
    private final Members members;
    private final Persons persons;
    private final Divisions divisions;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    FindHouseholds(
            Households households,
            HouseholdLines lines,
            Members members,
            Persons persons,
            Divisions divisions,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.households = households;
        this.lines = lines;
        this.members = members;
        this.persons = persons;
        this.divisions = divisions;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    public HouseholdView one(HouseholdId id, Optional<LocalDate> on) {
        return one(id, on, Optional.empty(), FIRST);
    }

    /** Which of the members. */
    record Part(int page, int size) {}

    private static final Part FIRST = new Part(1, 200);

    /**
     * @param on who lived there on that day; today when not given
     * @param knownAt as we knew it at that moment; now when not given
     */
    @Transactional
    public HouseholdView one(HouseholdId id, Optional<LocalDate> on, Optional<OffsetDateTime> knownAt, Part part) {
        var household = households.get(id);
        audit.read("household", id, household.divisionPath);
        var day = on.orElseGet(() -> LocalDate.now(clock));
        var all = members.of(id, day, knownAt.orElseGet(() -> OffsetDateTime.now(clock)));
        var memberships = all.stream()
                .skip((long) (part.page() - 1) * part.size())
                .limit(part.size())
                .toList();
        var people = people(memberships);
        return new HouseholdView(
                id,
                household.divisionPath,
                divisions.nameAt(household.divisionPath),
                household.houseNumber,
                household.address,
                household.collective,
                all.size(),
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
    Page<HouseholdView.HouseholdLine> page(HouseholdFilter filter, int page, int size) {
        var path = filter.division().map(divisions::pathOf).orElse("");
        audit.read(
                "households",
                filter.division().orElse("全部"),
                caller.get().scope().division().from());
        var wanted = filter.under(path);
        return new Page<>(lines.page(wanted, page, size), page, size, lines.count(wanted));
    }

    private Map<PersonId, Person> people(List<Members.Member> memberships) {
        return persons.ofIds(memberships.stream().map(Members.Member::person).toList()).stream()
                .collect(Collectors.toMap(Person::id, Function.<Person>identity()));
    }

    private static HouseholdView.MemberView view(Members.Member member, Person person) {
        return new HouseholdView.MemberView(
                member.relation(), member.relation().chinese(), member.from(), PersonLine.of(person));
    }
}
