package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Division;
import jumin.enrollment.household.HouseholdKey;
import jumin.enrollment.law.LawShelf;
import jumin.enrollment.law.Topic;
import jumin.enrollment.person.Finding;
import jumin.enrollment.person.Identities;
import jumin.enrollment.person.PersonFacts;
import jumin.enrollment.person.Persons;
import jumin.platform.personal.PersonalData;
import jumin.platform.problem.Problem;
import jumin.platform.problem.ProblemException;

/** 柜台参保登记: one person; everything that is wrong is said at once, with the articles. */
@ApplicationScoped
public class RegisterAtCounter {

    private final Villages villages;
    private final RegistrationCheck check;
    private final RegisterPersons register;
    private final Persons persons;
    private final Identities identities;
    private final PersonalData personalData;
    private final LawShelf shelf;
    private final FindEnrollments find;
    private final Clock clock;

    RegisterAtCounter(
            Villages villages,
            RegistrationCheck check,
            RegisterPersons register,
            Persons persons,
            Identities identities,
            PersonalData personalData,
            LawShelf shelf,
            FindEnrollments find,
            Clock clock) {
        this.villages = villages;
        this.check = check;
        this.register = register;
        this.persons = persons;
        this.identities = identities;
        this.personalData = personalData;
        this.shelf = shelf;
        this.find = find;
        this.clock = clock;
    }

    @Transactional
    public RegisteredView run(PersonSubmission submission) {
        var village = villages.get(submission.divisionCode());
        var checked = check.run(village.area(), submission.written(), submission.wish());
        var facts = checked.facts().orElseThrow(() -> refused(village.area(), checked.findings()));
        refuseWhenKnown(village.area(), facts);
        var registration = new Registration(
                facts,
                new HouseholdKey(village.path(), submission.houseNumber().strip()),
                Optional.ofNullable(submission.address()).orElse(""),
                submission.relation(),
                submission.wish());
        var enrollment = register.register(List.of(registration)).getFirst();
        return new RegisteredView(
                persons.get(enrollment.person()).personNo(), find.view(enrollment), notes(village, checked.findings()));
    }

    private void refuseWhenKnown(String area, PersonFacts facts) {
        var blindIndex = personalData.blindIndex(facts.identity().number());
        persons.byIdentity(area, blindIndex).ifPresent(person -> {
            throw new ProblemException(
                    EnrollmentProblem.PERSON_ALREADY_REGISTERED,
                    "此证件号码已登记，个人编号 " + person.personNo() + "；请为该人办理本年度参保登记。");
        });
        Optional.ofNullable(identities.elsewhere(area, List.of(blindIndex)).get(blindIndex))
                .ifPresent(elsewhere -> {
                    throw new ProblemException(
                            EnrollmentProblem.PERSON_ALREADY_REGISTERED,
                            "此证件号码已在" + elsewhere.divisionName() + "登记（" + elsewhere.maskedName()
                                    + "）；请先核对，再由原登记地办理迁移。",
                            List.of(),
                            citations(area, Topic.NO_DOUBLE_COVER));
                });
    }

    private ProblemException refused(String area, List<Finding> findings) {
        var errors = findings.stream().filter(Finding::isError).toList();
        return new ProblemException(
                code(errors.getFirst().field()),
                "有" + errors.size() + "处不符合要求，请按提示改正后重新提交。",
                errors.stream()
                        .map(error -> new Problem.FieldError(
                                "/" + error.field(), error.code(), error.reason(), error.suggestion()))
                        .toList(),
                errors.stream()
                        .flatMap(error -> citations(area, error.topic()).stream())
                        .distinct()
                        .toList());
    }

    private static EnrollmentProblem code(String field) {
        return switch (field) {
            case "idNumber", "idType" -> EnrollmentProblem.IDENTITY_INVALID;
            case "name" -> EnrollmentProblem.NAME_INVALID;
            default -> EnrollmentProblem.PERSON_FACTS_INVALID;
        };
    }

    private List<Problem.Citation> citations(String area, Topic topic) {
        return shelf
                .citation(area, topic, LocalDate.now(clock))
                .map(citation -> new Problem.Citation(citation.instrument(), citation.article()))
                .stream()
                .toList();
    }

    private List<RegisteredView.NoteView> notes(Division village, List<Finding> findings) {
        return findings.stream()
                .map(finding -> new RegisteredView.NoteView(
                        finding.field(),
                        finding.code(),
                        finding.reason(),
                        finding.suggestion(),
                        citations(village.area(), finding.topic()).stream()
                                .map(Problem.Citation::article)
                                .findFirst()
                                .orElse("")))
                .toList();
    }
}
