package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.division.Division;
import jumin.enrollment.household.HouseholdKey;
import jumin.enrollment.person.Finding;
import jumin.enrollment.person.FreeIdentity;
import jumin.enrollment.person.Persons;
import jumin.enrollment.person.Refusals;
import jumin.platform.problem.Problem;

/** 柜台参保登记: one person; everything that is wrong is said at once, with the articles. */
@ApplicationScoped
public class RegisterAtCounter {

    private final Villages villages;
    private final RegistrationCheck check;
    private final RegisterPersons register;
    private final Persons persons;
    private final FreeIdentity identities;
    private final Refusals refusals;
    private final FindEnrollments find;
    private final DoubleCover covers;
    private final RecognisedNote recognised;
    private final GroundCheck grounds;

    RegisterAtCounter(
            Villages villages,
            RegistrationCheck check,
            RegisterPersons register,
            Persons persons,
            FreeIdentity identities,
            Refusals refusals,
            FindEnrollments find,
            DoubleCover covers,
            RecognisedNote recognised,
            GroundCheck grounds) {
        this.villages = villages;
        this.check = check;
        this.register = register;
        this.persons = persons;
        this.identities = identities;
        this.refusals = refusals;
        this.find = find;
        this.covers = covers;
        this.recognised = recognised;
        this.grounds = grounds;
    }

    @Transactional
    public RegisteredView run(PersonSubmission submission) {
        var village = villages.get(submission.divisionCode());
        var checked = check.run(village.area(), submission.written(), submission.wish());
        var ground = grounds.run(village.area(), submission.benefitYear(), Optional.ofNullable(submission.ground()));
        var findings = new ArrayList<>(checked.findings());
        findings.addAll(ground.findings());
        if (findings.stream().anyMatch(Finding::isError)) {
            throw refusals.of(village.area(), findings);
        }
        var facts = checked.facts().orElseThrow();
        identities.require(village.area(), facts.identity(), Optional.empty());
        var registration = new Registration(
                facts,
                new HouseholdKey(village.path(), submission.houseNumber().strip()),
                Optional.ofNullable(submission.address()).orElse(""),
                submission.relation(),
                ground.ground().map(submission.wish()::onGround).orElseGet(submission::wish));
        var enrollment = register.register(List.of(registration)).getFirst();
        findings.addAll(covers.of(enrollment.id()));
        findings.addAll(recognised.of(village.area(), enrollment.person()));
        return new RegisteredView(
                persons.get(enrollment.person()).personNo(), find.view(enrollment), notes(village, findings));
    }

    private List<RegisteredView.NoteView> notes(Division village, List<Finding> findings) {
        return findings.stream()
                .map(finding -> new RegisteredView.NoteView(
                        finding.field(),
                        finding.code(),
                        finding.reason(),
                        finding.suggestion(),
                        refusals.citations(village.area(), finding.topic()).stream()
                                .map(Problem.Citation::article)
                                .findFirst()
                                .orElse("")))
                .toList();
    }
}
