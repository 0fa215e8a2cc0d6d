package jumin.claims.entitlement;

import jakarta.inject.Singleton;
import jumin.claims.ClaimsProblem;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.insured.InsuredPersons;
import jumin.platform.problem.ProblemException;

/** Finds whom a reference means, or says why nobody. Nothing is stored then. */
@Singleton
public class FindPerson {

    private final InsuredPersons persons;
    private final IdentifyPerson identify;

    FindPerson(InsuredPersons persons, IdentifyPerson identify) {
        this.persons = persons;
        this.identify = identify;
    }

    /** @param preferredArea of several areas that know an id number, this one comes first */
    public InsuredPerson run(PersonReference reference, String preferredArea) {
        if (reference.known().isPresent()) {
            return persons.find(reference.known().get()).orElseThrow(FindPerson::unknownId);
        }
        return switch (identify.run(reference.idNumber(), reference.name(), preferredArea)) {
            case IdentifyPerson.Found found -> found.person();
            case IdentifyPerson.NotFound missing -> throw unidentified(missing.reason(), missing.next());
        };
    }

    public static ProblemException unknownId() {
        return unidentified("没有此人员编号的参保登记", "请重新做待遇资格查询");
    }

    private static ProblemException unidentified(String reason, String next) {
        return new ProblemException(ClaimsProblem.PERSON_NOT_IDENTIFIED, reason + "。" + next + "。未保存任何内容，可用原报文编号重发。");
    }
}
