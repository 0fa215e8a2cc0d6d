package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.category.RecogniseNamed;
import jumin.enrollment.elsewhere.AidedElsewhere;
import jumin.enrollment.enrollment.AddEnrollments;
import jumin.enrollment.enrollment.AddEnrollments.NewEnrollment;
import jumin.enrollment.enrollment.Enrolled;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.household.HouseholdKey;
import jumin.enrollment.household.Members;
import jumin.enrollment.household.OpenHouseholds;
import jumin.enrollment.household.PublishHouseholds;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.AddPersons;
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonStatus;
import jumin.enrollment.person.Persons;
import jumin.enrollment.recognition.RecognitionGate;
import jumin.enrollment.school.StudentConfirmation;
import jumin.enrollment.school.StudentConfirmations;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;

/**
 * 参保登记: households, persons, memberships, enrollments and subsidies in one transaction.
 * Counter and roster use the same way, one or two hundred at a time.
 */
@ApplicationScoped
public class RegisterPersons {

    private final OpenHouseholds households;
    private final AddPersons persons;
    private final Members members;
    private final PublishHouseholds tellHouseholds;
    private final AddEnrollments enrollments;
    private final StudentConfirmations confirmations;
    private final DecideSubsidies subsidies;
    private final Persons known;
    private final RecogniseNamed named;
    private final RecognitionGate gate;
    private final AidedElsewhere aided;
    private final Event<Enrolled> enrolled;
    private final Audit audit;
    private final Clock clock;

    RegisterPersons(
            OpenHouseholds households,
            AddPersons persons,
            Members members,
            PublishHouseholds tellHouseholds,
            AddEnrollments enrollments,
            StudentConfirmations confirmations,
            DecideSubsidies subsidies,
            Persons known,
            RecogniseNamed named,
            RecognitionGate gate,
            AidedElsewhere aided,
            Event<Enrolled> enrolled,
            Audit audit,
            Clock clock) {
        this.households = households;
        this.persons = persons;
        this.members = members;
        this.tellHouseholds = tellHouseholds;
        this.enrollments = enrollments;
        this.confirmations = confirmations;
        this.subsidies = subsidies;
        this.known = known;
        this.named = named;
        this.gate = gate;
        this.aided = aided;
        this.enrolled = enrolled;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody known already, to be enrolled for another year. */
    public record Renewal(PersonId person, EnrollmentWish wish) {}

    /** The new persons with their enrollments, in the order given. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Enrollment> register(List<Registration> registrations) {
        if (registrations.isEmpty()) {
            return List.of();
        }
        gate.pass();
        var addresses = new LinkedHashMap<HouseholdKey, String>();
        registrations.forEach(registration ->
                addresses.merge(registration.household(), registration.address(), RegisterPersons::longer));
        var opened = households.run(addresses);
        var added = persons.run(registrations.stream()
                .map(registration -> new AddPersons.NewPerson(
                        registration.person(),
                        registration.household().divisionPath(),
                        opened.get(registration.household())))
                .toList());
        members.add(memberships(registrations, added), OffsetDateTime.now(clock));
        tellHouseholds.registered(opened, heads(registrations, added));
        audit.changedAll("person", subjects(added), "参保登记");
        return enrolled(added, registrations.stream().map(Registration::wish).toList());
    }

    /** Enrolls persons who are known already, in the order given. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Enrollment> renew(List<Renewal> renewals) {
        if (renewals.isEmpty()) {
            return List.of();
        }
        gate.pass();
        known.lock(renewals.stream().map(Renewal::person).toList());
        var found = known.ofIds(renewals.stream().map(Renewal::person).toList()).stream()
                .collect(Collectors.toMap(Person::id, Function.<Person>identity()));
        var people =
                renewals.stream().map(renewal -> found.get(renewal.person())).toList();
        refuseDead(people);
        renewals.stream()
                .collect(Collectors.groupingBy(
                        renewal -> renewal.wish().benefitYear(),
                        Collectors.mapping(Renewal::person, Collectors.toSet())))
                .forEach((year, ids) -> aided.refuse(ids, year));
        audit.changedAll("enrollment", subjects(people), "续保登记");
        return enrolled(people, renewals.stream().map(Renewal::wish).toList());
    }

    private static void refuseDead(List<Person> people) {
        if (people.stream().anyMatch(person -> person.status() == PersonStatus.DECEASED)) {
            throw new ProblemException(EnrollmentProblem.PERSON_DECEASED, "此人已登记死亡，不能参保；登记有误的，请县级经办撤销后再办理。");
        }
    }

    private static List<Audit.Subject> subjects(List<Person> people) {
        return people.stream()
                .map(person -> new Audit.Subject(person.id(), person.divisionPath()))
                .toList();
    }

    private List<Enrollment> enrolled(List<Person> people, List<EnrollmentWish> wishes) {
        var today = LocalDate.now(clock);
        var wanted = new ArrayList<NewEnrollment>();
        for (var i = 0; i < people.size(); i++) {
            var wish = wishes.get(i);
            wanted.add(new NewEnrollment(people.get(i), wish.benefitYear(), wish.type(), today, wish.facts()));
        }
        var added = enrollments.run(wanted);
        students(added, wishes);
        people.stream().collect(Collectors.groupingBy(Person::area)).forEach(named::registered);
        subsidies.first(added);
        enrolled.fire(new Enrolled(added));
        return added;
    }

    /** 大学生: whom the school names is one; whom somebody else names waits for the school's word. */
    private void students(List<Enrollment> added, List<EnrollmentWish> wishes) {
        var said = IntStream.range(0, added.size())
                .filter(i -> added.get(i).type().isCollege())
                .boxed()
                .collect(Collectors.partitioningBy(
                        i -> wishes.get(i).bySchool(),
                        Collectors.mapping(i -> added.get(i).id(), Collectors.toList())));
        confirmations.say(said.get(true), StudentConfirmation.Said.byRoster());
        confirmations.say(said.get(false), StudentConfirmation.Said.PENDING);
    }

    private List<Members.NewMember> memberships(List<Registration> registrations, List<Person> added) {
        var today = LocalDate.now(clock);
        return IntStream.range(0, added.size())
                .mapToObj(i -> membership(registrations.get(i), added.get(i), today))
                .toList();
    }

    private static Map<HouseholdKey, PersonId> heads(List<Registration> registrations, List<Person> added) {
        var heads = new LinkedHashMap<HouseholdKey, PersonId>();
        for (var i = 0; i < added.size(); i++) {
            if (registrations.get(i).relation() == Relation.HEAD) {
                heads.put(registrations.get(i).household(), added.get(i).id());
            }
        }
        return heads;
    }

    private static Members.NewMember membership(Registration registration, Person person, LocalDate today) {
        HouseholdId household = person.household().orElseThrow();
        return new Members.NewMember(household, person.id(), person.divisionPath(), registration.relation(), today);
    }

    private static String longer(String one, String other) {
        return one.length() >= other.length() ? one : other;
    }
}
