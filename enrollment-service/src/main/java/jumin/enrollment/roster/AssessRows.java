package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jumin.enrollment.division.Division;
import jumin.enrollment.division.Divisions;
import jumin.enrollment.elsewhere.AidedElsewhere;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.household.HouseholdKey;
import jumin.enrollment.household.Relation;
import jumin.enrollment.law.LawShelf;
import jumin.enrollment.law.Topic;
import jumin.enrollment.person.Finding;
import jumin.enrollment.person.Identities;
import jumin.enrollment.person.IdentityCheck;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonStatus;
import jumin.enrollment.person.Persons;
import jumin.enrollment.person.RegisteredElsewhere;
import jumin.enrollment.registration.Registration;
import jumin.enrollment.registration.RegistrationCheck;
import jumin.enrollment.school.ConfirmationState;
import jumin.enrollment.school.School;
import jumin.enrollment.school.Schools;
import jumin.enrollment.school.StudentConfirmations;
import jumin.enrollment.table.SheetRow;
import jumin.platform.personal.Masked;
import jumin.platform.personal.PersonalData;
import jumin.regulation.law.Citation;

/** 逐行核验: gives each row its verdict against what is registered now. Stores nothing; asked again before registering. */
@ApplicationScoped
public class AssessRows {

    private final RegistrationCheck check;
    private final Persons persons;
    private final Identities identities;
    private final Enrollments enrollments;
    private final Divisions divisions;
    private final Schools schools;
    private final StudentConfirmations confirmations;
    private final AidedElsewhere aided;
    private final PersonalData personalData;
    private final LawShelf shelf;
    private final Clock clock;

    AssessRows(
            RegistrationCheck check,
            Persons persons,
            Identities identities,
            Enrollments enrollments,
            Divisions divisions,
            Schools schools,
            StudentConfirmations confirmations,
            AidedElsewhere aided,
            PersonalData personalData,
            LawShelf shelf,
            Clock clock) {
        this.check = check;
        this.persons = persons;
        this.identities = identities;
        this.enrollments = enrollments;
        this.divisions = divisions;
        this.schools = schools;
        this.confirmations = confirmations;
        this.aided = aided;
        this.personalData = personalData;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** A row as read: what it asks for, and what is wrong with it in itself. */
    private record Candidate(
            SheetRow row,
            ReadRow reading,
            String blindIndex,
            Optional<Registration> registration,
            List<Finding> findings) {}

    /** What is registered of the people in these rows. */
    private record Known(
            Map<String, Person> persons,
            Map<PersonId, Enrollment> enrolled,
            Set<EnrollmentId> unconfirmed,
            Set<PersonId> aided,
            Map<String, RegisteredElsewhere> elsewhere,
            Map<String, Integer> earlierRows) {}

    /** @param earlierRows row number by blind index, of those that stand in an earlier row of the file */
    List<AssessedRow> run(
            RosterImport roster, RosterHeader header, List<SheetRow> rows, Map<String, Integer> earlierRows) {
        var village = divisions.find(roster.divisionCode()).orElseThrow();
        var sender = roster.school().flatMap(schools::find);
        var candidates = rows.stream()
                .map(row -> candidate(roster, new Place(village, sender), header, row))
                .toList();
        var known = known(roster, candidates, earlierRows);
        var seen = new HashSet<String>();
        return candidates.stream()
                .map(candidate -> assessed(roster, header, candidate, known, seen))
                .toList();
    }

    /** Where the people of the rows belong. */
    private record Place(Division village, Optional<School> sender) {}

    private Candidate candidate(RosterImport roster, Place place, RosterHeader header, SheetRow row) {
        var reading = new ReadRow(header, row.cells());
        var written = reading.person(roster.school());
        var village = place.village();
        var wish = reading.wish(
                roster.benefitYear(), place.sender(), roster.school().isPresent());
        var household = roster.school()
                .map(school -> new HouseholdKey(village.path(), school))
                .orElseGet(() -> reading.household(village));
        var relation = roster.school().isPresent() ? Optional.of(Relation.OTHER) : reading.relation();
        var checked = check.run(roster.area(), written, wish);
        var findings = new ArrayList<>(reading.findings());
        findings.addAll(checked.findings());
        var number = IdentityCheck.normalize(written.idNumber());
        var registration = findings.stream().anyMatch(Finding::isError)
                ? Optional.<Registration>empty()
                : checked.facts()
                        .map(facts ->
                                new Registration(facts, household, reading.address(), relation.orElseThrow(), wish));
        return new Candidate(
                row, reading, number.isEmpty() ? "" : personalData.blindIndex(number), registration, findings);
    }

    private Known known(RosterImport roster, List<Candidate> candidates, Map<String, Integer> earlierRows) {
        var indexes = candidates.stream()
                .map(Candidate::blindIndex)
                .filter(index -> !index.isEmpty())
                .distinct()
                .toList();
        var people = persons.byIdentities(roster.area(), indexes);
        var enrolled = new HashMap<PersonId, Enrollment>();
        var ids = people.values().stream().map(Person::id).toList();
        enrollments.activeOf(ids).stream()
                .filter(enrollment -> enrollment.benefitYear() == roster.benefitYear())
                .forEach(enrollment -> enrolled.put(enrollment.person(), enrollment));
        var hidden =
                indexes.stream().filter(index -> !people.containsKey(index)).toList();
        return new Known(
                people,
                enrolled,
                unconfirmed(roster, enrolled),
                aided.of(ids, roster.benefitYear()),
                identities.elsewhere(roster.area(), hidden),
                earlierRows);
    }

    /** Students who wait for this school's word: they are named by its roster. */
    private Set<EnrollmentId> unconfirmed(RosterImport roster, Map<PersonId, Enrollment> enrolled) {
        var students = roster.school().isEmpty()
                ? List.<EnrollmentId>of()
                : enrolled.values().stream()
                        .filter(enrollment -> enrollment.type().isCollege())
                        .map(Enrollment::id)
                        .toList();
        var said = confirmations.of(students);
        return students.stream()
                .filter(student ->
                        !said.containsKey(student) || said.get(student).state() != ConfirmationState.CONFIRMED)
                .collect(Collectors.toUnmodifiableSet());
    }

    private AssessedRow assessed(
            RosterImport roster, RosterHeader header, Candidate candidate, Known known, Set<String> seen) {
        var findings = new ArrayList<>(candidate.findings());
        var index = candidate.blindIndex();
        if (!index.isEmpty() && (known.earlierRows().containsKey(index) || !seen.add(index))) {
            findings.add(Finding.error("idNumber", "REPEATED_IN_FILE", "证件号码与前面的行重复", "同一人只填一行，请删除或改正")
                    .under(Topic.NO_DOUBLE_COVER));
        }
        Optional.ofNullable(known.elsewhere().get(index)).ifPresent(elsewhere -> findings.add(elsewhere(elsewhere)));
        var person = Optional.ofNullable(known.persons().get(index));
        var enrolled = person.map(Person::id).map(known.enrolled()::get);
        if (candidate.registration().isPresent()) {
            person.ifPresent(somebody ->
                    findings.addAll(compared(roster, candidate.registration().get(), somebody, enrolled)));
        }
        if (enrolled.isEmpty()
                && person.map(Person::id).filter(known.aided()::contains).isPresent()) {
            findings.add(Finding.error("idNumber", "AIDED_ELSEWHERE", "此人该年度已申请异地参保资助", "改在本地参保的，先撤回异地参保资助")
                    .under(Topic.AID_ELSEWHERE));
        }
        var nothingToDo = enrolled.isPresent()
                && person.map(Person::school).equals(roster.school().or(() -> person.map(Person::school)))
                && !known.unconfirmed().contains(enrolled.get().id());
        var verdict = verdict(findings, nothingToDo);
        var reading = candidate.reading();
        return new AssessedRow(
                candidate.row(),
                index,
                reading.text(RosterColumn.HOUSE_NUMBER),
                Relation.read(reading.text(RosterColumn.RELATION))
                        .map(Enum::name)
                        .orElse(""),
                Masked.name(reading.text(RosterColumn.NAME)),
                Masked.idNumber(IdentityCheck.normalize(reading.text(RosterColumn.ID_NUMBER))),
                verdict,
                findings.stream().map(finding -> shown(roster, header, finding)).toList(),
                person.map(Person::id),
                enrolled.map(Enrollment::id),
                enrolled.map(Enrollment::id)
                        .filter(known.unconfirmed()::contains)
                        .filter(any -> candidate
                                .registration()
                                .filter(registration ->
                                        registration.wish().type().isCollege())
                                .isPresent()),
                verdict == RowVerdict.ERROR || verdict == RowVerdict.SKIPPED
                        ? Optional.empty()
                        : candidate.registration());
    }

    private List<Finding> compared(
            RosterImport roster, Registration wanted, Person person, Optional<Enrollment> enrolled) {
        var findings = new ArrayList<Finding>();
        if (person.status() == PersonStatus.DECEASED) {
            findings.add(Finding.error("idNumber", "DECEASED", "此人已登记死亡", "请核对号码；登记有误的，报县级经办撤销"));
        }
        if (!person.name().equals(wanted.person().name())) {
            findings.add(Finding.error(
                    "name", "NAME_DIFFERS", "此证件号码已登记，但姓名不符（登记为" + Masked.name(person.name()) + "）", "请对照证件核对姓名和号码"));
        }
        roster.school().ifPresent(school -> findings.addAll(PupilOf.school(school, person, enrolled.isPresent())));
        if (roster.school().isEmpty() && !person.divisionPath().equals(roster.divisionPath())) {
            findings.add(Finding.error(
                            "idNumber",
                            "REGISTERED_IN_OTHER_VILLAGE",
                            "此人已在" + divisions.nameAt(person.divisionPath()) + "登记",
                            "请先办理迁移，再在本村参保")
                    .under(Topic.PLACE));
        }
        var otherType =
                enrolled.filter(enrollment -> enrollment.type() != wanted.wish().type());
        otherType.ifPresent(enrollment -> findings.add(Finding.warning(
                "type", "TYPE_DIFFERS", "本年度已按“" + enrollment.type().chinese() + "”参保，未改动", "如需变更，请在参保登记中办理变更参保类型")));
        if (enrolled.isEmpty()) {
            findings.add(Finding.note("idNumber", "RENEWAL", "已登记人员，办理本年度续保"));
        }
        return findings;
    }

    private static Finding elsewhere(RegisteredElsewhere elsewhere) {
        return Finding.error(
                        "idNumber",
                        "REGISTERED_ELSEWHERE",
                        "此证件号码已在" + elsewhere.divisionName() + "登记（" + elsewhere.maskedName() + "）",
                        "请核对号码；确为本人的，由原登记地办理迁移")
                .under(Topic.NO_DOUBLE_COVER);
    }

    /** Who is enrolled for the year already, and of the school, has nothing to be registered. */
    private static RowVerdict verdict(List<Finding> findings, boolean nothingToDo) {
        if (findings.stream().anyMatch(Finding::isError)) {
            return RowVerdict.ERROR;
        }
        if (nothingToDo) {
            return RowVerdict.SKIPPED;
        }
        var warned = findings.stream().anyMatch(finding -> finding.weight() == Finding.Weight.WARNING);
        return warned ? RowVerdict.WARNING : RowVerdict.SUCCESS;
    }

    /** In the words of the file, with the article of the area's own text. */
    RowFinding shown(RosterImport roster, RosterHeader header, Finding finding) {
        var article = shelf.citation(roster.area(), finding.topic(), LocalDate.now(clock))
                .map(Citation::article)
                .orElse("");
        var column = RosterColumn.of(finding.field()).map(header::titleOf).orElse("");
        return new RowFinding(
                finding.weight(), column, finding.code(), finding.reason(), finding.suggestion(), article);
    }
}
