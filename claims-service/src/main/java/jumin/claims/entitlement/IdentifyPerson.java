package jumin.claims.entitlement;

import jakarta.enterprise.context.ApplicationScoped;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.insured.InsuredPersons;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Written;

/** 核对身份: id number and name must both fit; a wrong name learns nothing of the person. */
@ApplicationScoped
public class IdentifyPerson {

    private final InsuredPersons persons;
    private final Audit audit;

    IdentifyPerson(InsuredPersons persons, Audit audit) {
        this.persons = persons;
        this.audit = audit;
    }

    /** Whether the person is known. */
    public sealed interface Identity {}

    /** Known, and the name fits. */
    public record Found(InsuredPerson person) implements Identity {}

    /** Not known here, or the name does not fit. */
    public record NotFound(String code, String reason, String next) implements Identity {}

    /** @param preferredArea of several areas that know the number, the provider's own comes first */
    public Identity run(String idNumber, String name, String preferredArea) {
        var found = persons.byIdNumber(idNumber, preferredArea);
        if (found.isEmpty()) {
            return new NotFound("PERSON_UNKNOWN", "本系统没有此证件号码的参保登记", "请核对证件号码；刚办理参保的，数据同步需要片刻，请稍后再查；外地参保的，请按异地就医办理");
        }
        return found.stream()
                .filter(one -> Written.sameName(one.name(), name))
                .findFirst()
                .<Identity>map(Found::new)
                .orElseGet(() -> mismatch(found.getFirst()));
    }

    private Identity mismatch(InsuredPerson person) {
        audit.read("entitlement-name-mismatch", person.id(), person.divisionPath());
        return new NotFound("NAME_MISMATCH", "姓名与证件号码登记的不一致", "请核对证件上的姓名（含生僻字和间隔号“·”）；确有更名的，请参保人到参保地更正登记");
    }
}
