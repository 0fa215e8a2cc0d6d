package jumin.enrollment.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.category.RecogniseNamed;
import jumin.enrollment.history.ExpectedVersion;
import jumin.enrollment.history.RecordChange;
import jumin.enrollment.person.FindPersons;
import jumin.enrollment.person.FreeIdentity;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonState;
import jumin.enrollment.person.PersonView;
import jumin.enrollment.person.Persons;
import jumin.enrollment.person.RewritePerson;
import jumin.enrollment.recognition.RecognitionGate;
import jumin.platform.problem.ProblemException;

/** 更正、变更参保人信息: two clocks, a reason, an actor; what rests on the facts is decided again. */
@ApplicationScoped
public class CorrectPerson {

    private final Persons persons;
    private final ExpectedVersion expected;
    private final CorrectedFacts corrected;
    private final FreeIdentity identities;
    private final RewritePerson rewrite;
    private final CorrectedEnrollments enrollments;
    private final RecogniseNamed recognise;
    private final RecognitionGate gate;
    private final FindPersons find;
    private final Clock clock;

    CorrectPerson(
            Persons persons,
            ExpectedVersion expected,
            CorrectedFacts corrected,
            FreeIdentity identities,
            RewritePerson rewrite,
            CorrectedEnrollments enrollments,
            RecogniseNamed recognise,
            RecognitionGate gate,
            FindPersons find,
            Clock clock) {
        this.persons = persons;
        this.expected = expected;
        this.corrected = corrected;
        this.identities = identities;
        this.rewrite = rewrite;
        this.enrollments = enrollments;
        this.recognise = recognise;
        this.gate = gate;
        this.find = find;
        this.clock = clock;
    }

    @Transactional
    public PersonView run(PersonId id, Optional<String> ifMatch, PersonCorrection wanted) {
        gate.pass();
        var person = persons.unmerged(id);
        expected.require(ifMatch, PersonState.of(person));
        sensible(wanted);
        var facts = corrected.facts(person, wanted);
        identities.require(person.area(), facts.identity(), Optional.of(id));
        var birth = person.birthDate();
        rewrite.run(person, facts, change(wanted));
        if (!birth.equals(facts.birthDate())) {
            enrollments.born(person);
        }
        recognise.run(person.area(), List.of(id));
        return find.one(id);
    }

    private void sensible(PersonCorrection wanted) {
        if (wanted.saysNothing()) {
            throw new ProblemException(EnrollmentProblem.CHANGE_EMPTY, "没有填写要改的内容，请至少填写一项。");
        }
        var today = LocalDate.now(clock);
        var changes = wanted.kind() == PersonCorrection.Kind.CHANGE;
        if (changes != (wanted.effectiveOn() != null)
                || wanted.since().filter(today::isBefore).isPresent()) {
            throw ProblemException.field(
                    EnrollmentProblem.CHANGE_DATE_INVALID,
                    "/effectiveOn",
                    changes ? "变更要写明自哪一日起，且不晚于今天" : "更正自始有效，不填日期",
                    changes ? "请填写" + today + "或之前的日期" : "请去掉日期；确自某日起才不同的，请选“变更”");
        }
    }

    private static RecordChange change(PersonCorrection wanted) {
        return new RecordChange(
                wanted.kind() == PersonCorrection.Kind.CHANGE ? RecordChange.Word.CHANGED : RecordChange.Word.CORRECTED,
                wanted.since(),
                wanted.reason());
    }
}
