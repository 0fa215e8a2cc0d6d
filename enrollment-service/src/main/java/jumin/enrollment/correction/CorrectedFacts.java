package jumin.enrollment.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.law.RegistrationLaw;
import jumin.enrollment.law.Topic;
import jumin.enrollment.person.Finding;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonCheck;
import jumin.enrollment.person.PersonFacts;
import jumin.enrollment.person.Refusals;
import jumin.enrollment.person.WrittenAgain;
import jumin.platform.problem.Problem;
import jumin.platform.problem.ProblemException;

/** 更正后的信息: what was there with what is corrected, checked as a whole like something new. */
@ApplicationScoped
class CorrectedFacts {

    private final WrittenAgain written;
    private final RegistrationLaw law;
    private final Refusals refusals;
    private final Clock clock;

    CorrectedFacts(WrittenAgain written, RegistrationLaw law, Refusals refusals, Clock clock) {
        this.written = written;
        this.law = law;
        this.refusals = refusals;
        this.clock = clock;
    }

    PersonFacts facts(Person person, PersonCorrection wanted) {
        cardPrevails(person, wanted);
        var today = LocalDate.now(clock);
        var check = new PersonCheck(today);
        var facts = check.check(merged(written.of(person), wanted));
        var findings = new ArrayList<>(check.findings());
        Optional.ofNullable(wanted.idType())
                .flatMap(type -> law.refusesDocument(person.area(), type.lawWord(), today))
                .map(reason -> Finding.error("idType", "IDENTITY_DOCUMENT", reason, "请换用有效身份证件")
                        .under(Topic.IDENTITY_DOCUMENT))
                .ifPresent(findings::add);
        if (findings.stream().anyMatch(Finding::isError)) {
            throw refusals.of(person.area(), findings);
        }
        return facts.orElseThrow();
    }

    /** A number brings its own birth date and sex, unless they are corrected too. */
    private static PersonFacts.Written merged(PersonFacts.Written before, PersonCorrection wanted) {
        var sameNumber = wanted.idNumber() == null && wanted.idType() == null;
        return new PersonFacts.Written(
                Optional.ofNullable(wanted.name()).orElse(before.name()),
                Optional.ofNullable(wanted.idType()).orElse(before.idType()),
                Optional.ofNullable(wanted.idNumber()).orElse(before.idNumber()),
                Optional.ofNullable(wanted.birthDate()).or(() -> sameNumber ? before.birthDate() : Optional.empty()),
                Optional.ofNullable(wanted.sex()).or(() -> sameNumber ? before.sex() : Optional.empty()),
                Optional.ofNullable(wanted.phone()).orElse(before.phone()),
                Optional.ofNullable(wanted.school()).orElse(before.school()));
    }

    /** Where the area's text says so, the household booklet does not change what stands on the card. */
    private void cardPrevails(Person person, PersonCorrection wanted) {
        var article = refusals.citations(person.area(), Topic.IDENTITY_PRECEDENCE);
        if (!article.isEmpty()
                && wanted.evidence() == Evidence.HOUSEHOLD_BOOKLET
                && wanted.touchesIdentity()
                && person.idType().isCitizenNumber()) {
            throw new ProblemException(
                    EnrollmentProblem.IDENTITY_CARD_PREVAILS,
                    "身份证与户口簿不符的，以居民身份证为准；请凭身份证更正，身份证有误的请先到公安机关更正。",
                    java.util.List.of(new Problem.FieldError(
                            "/evidence", "IDENTITY_CARD_PREVAILS", "户口簿不能作为更正姓名、出生日期、性别的依据", "请改用居民身份证")),
                    article);
        }
    }
}
