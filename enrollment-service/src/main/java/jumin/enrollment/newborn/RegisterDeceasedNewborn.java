package jumin.enrollment.newborn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Division;
import jumin.enrollment.ending.Deaths;
import jumin.enrollment.enrollment.EnrollmentEvents;
import jumin.enrollment.household.HouseholdKey;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.person.FreeIdentity;
import jumin.enrollment.person.Persons;
import jumin.enrollment.person.Refusals;
import jumin.enrollment.registration.EnrollmentWish;
import jumin.enrollment.registration.RegisterPersons;
import jumin.enrollment.registration.Registration;
import jumin.enrollment.registration.RegistrationCheck;
import jumin.enrollment.registration.Villages;
import jumin.platform.audit.Audit;
import jumin.platform.problem.Problem;
import jumin.platform.problem.ProblemException;

/** 死亡新生儿登记: enrolled for the year of birth, dead on record, a member of the household for the days of its life. */
@ApplicationScoped
public class RegisterDeceasedNewborn {

    private final Villages villages;
    private final JudgeDeceasedNewborn judge;
    private final RegistrationCheck check;
    private final FreeIdentity identities;
    private final Refusals refusals;
    private final RegisterPersons register;
    private final Persons persons;
    private final EnrollmentEvents events;
    private final Deaths deaths;
    private final Audit audit;

    RegisterDeceasedNewborn(
            Villages villages,
            JudgeDeceasedNewborn judge,
            RegistrationCheck check,
            FreeIdentity identities,
            Refusals refusals,
            RegisterPersons register,
            Persons persons,
            EnrollmentEvents events,
            Deaths deaths,
            Audit audit) {
        this.villages = villages;
        this.judge = judge;
        this.check = check;
        this.identities = identities;
        this.refusals = refusals;
        this.register = register;
        this.persons = persons;
        this.events = events;
        this.deaths = deaths;
        this.audit = audit;
    }

    /** Changes nothing. */
    @Transactional
    public DeceasedNewbornView trial(DeceasedNewbornSubmission submission, ParentCover parent) {
        var village = villages.get(submission.divisionCode());
        return judge.run(village.area(), submission, parent);
    }

    @Transactional
    public DeceasedNewbornView run(DeceasedNewbornSubmission submission, ParentCover parent) {
        var village = villages.get(submission.divisionCode());
        var view = judge.run(village.area(), submission, parent);
        if (!view.allowed()) {
            throw refused(view);
        }
        var enrollment = register.register(List.of(registration(village, submission, view)))
                .getFirst();
        var person = persons.forChange(enrollment.person());
        deaths.recordWithoutCover(
                person,
                submission.deathDate(),
                "新生儿死亡：" + submission.deathCertificate(),
                submission.deathCertificate());
        events.add(
                List.of(enrollment),
                new EnrollmentEvents.Event(
                        "CHANGED",
                        submission.deathDate(),
                        "死后登记，享受至死亡当日；" + parent.explanation(),
                        view.cover().citation().map(CitationView::article).orElse(""),
                        submission.deathCertificate()));
        audit.changed("enrollment", enrollment.id(), village.path(), "死亡新生儿登记");
        return view.registered(enrollment.person(), enrollment.id());
    }

    private Registration registration(
            Division village, DeceasedNewbornSubmission submission, DeceasedNewbornView view) {
        var wish = new EnrollmentWish(
                view.benefitYear(), view.type(), submission.facts(view.parent().insured()));
        var checked = check.facts(submission.written());
        var facts = checked.facts().orElseThrow(() -> refusals.of(village.area(), checked.findings()));
        identities.require(village.area(), facts.identity(), Optional.empty());
        var household =
                new HouseholdKey(village.path(), submission.houseNumber().strip());
        return new Registration(facts, household, "", submission.relation(), wish);
    }

    private static ProblemException refused(DeceasedNewbornView view) {
        return new ProblemException(
                EnrollmentProblem.DECEASED_NEWBORN_REFUSED,
                view.cover().explanation() + "；" + view.parent().explanation()
                        + view.deadline().map(last -> "；最迟" + last + "办理").orElse("") + "。",
                List.of(),
                view
                        .cover()
                        .citation()
                        .map(citation -> new Problem.Citation(citation.instrument(), citation.article()))
                        .stream()
                        .toList());
    }
}
