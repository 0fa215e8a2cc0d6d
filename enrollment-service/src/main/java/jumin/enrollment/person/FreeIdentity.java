package jumin.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.law.Topic;
import jumin.platform.personal.PersonalData;
import jumin.platform.problem.ProblemException;

/** 一证一人: a number that names somebody else cannot name this person too; says where that somebody is registered. */
@ApplicationScoped
public class FreeIdentity {

    private final Persons persons;
    private final Identities identities;
    private final Refusals refusals;
    private final PersonalData personalData;

    FreeIdentity(Persons persons, Identities identities, Refusals refusals, PersonalData personalData) {
        this.persons = persons;
        this.identities = identities;
        this.refusals = refusals;
        this.personalData = personalData;
    }

    /** @param except the person whose number it may be; nobody for somebody new */
    public void require(String area, IdentityNumber identity, Optional<PersonId> except) {
        var blindIndex = personalData.blindIndex(identity.number());
        persons.byIdentity(area, blindIndex)
                .filter(person -> !except.equals(Optional.of(person.id())))
                .ifPresent(person -> {
                    throw known(area, person, except.isPresent());
                });
        Optional.ofNullable(identities.elsewhere(area, List.of(blindIndex)).get(blindIndex))
                .ifPresent(elsewhere -> {
                    throw elsewhere(area, elsewhere);
                });
    }

    private ProblemException known(String area, Person person, boolean correcting) {
        var next = correcting ? "；如系同一人，请办理合并。" : "；请为该人办理本年度参保登记。";
        return new ProblemException(
                EnrollmentProblem.PERSON_ALREADY_REGISTERED,
                "此证件号码已登记，个人编号 " + person.personNo() + next,
                List.of(),
                correcting ? refusals.citations(area, Topic.NO_DOUBLE_COVER) : List.of());
    }

    private ProblemException elsewhere(String area, RegisteredElsewhere elsewhere) {
        return new ProblemException(
                EnrollmentProblem.PERSON_ALREADY_REGISTERED,
                "此证件号码已在" + elsewhere.divisionName() + "登记（" + elsewhere.maskedName() + "）；请先核对，再由原登记地办理迁移。",
                List.of(),
                refusals.citations(area, Topic.NO_DOUBLE_COVER));
    }
}
