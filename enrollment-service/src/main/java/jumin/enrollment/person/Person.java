package jumin.enrollment.person;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.division.Division;
import jumin.platform.personal.Masked;
import jumin.platform.personal.PersonalData;
import org.hibernate.annotations.DynamicUpdate;

/** 参保人: a person known to the system, with one number for life. Id number and phone are sealed. */
@Entity
@DynamicUpdate
public class Person {

    /** What a row holds where a dimension of scope has no value. */
    public static final String NO_SCHOOL = "-";

    private static final int TAIL = 4;

    @Id
    UUID id;

    String personNo;
    String area;
    String divisionPath;
    String school;
    UUID householdId;
    String name;
    String nameRaw;

    @Enumerated(EnumType.STRING)
    Sex sex;

    LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    IdType idType;

    String idSealed;
    String idBlindIndex;
    String idMasked;
    String idTail;
    String phoneSealed;
    String phoneBlindIndex;
    String phoneMasked;
    String phoneTail;
    UUID mergedInto;

    @Enumerated(EnumType.STRING)
    PersonStatus status;

    @Version
    long version;

    OffsetDateTime recordedAt;

    public PersonId id() {
        return new PersonId(id);
    }

    public String personNo() {
        return personNo;
    }

    public String area() {
        return area;
    }

    public String divisionPath() {
        return divisionPath;
    }

    /** Code of the school, {@value #NO_SCHOOL} for none. */
    public String school() {
        return school;
    }

    public Optional<HouseholdId> household() {
        return Optional.ofNullable(householdId).map(HouseholdId::new);
    }

    public String name() {
        return name;
    }

    public Sex sex() {
        return sex;
    }

    public LocalDate birthDate() {
        return birthDate;
    }

    public IdType idType() {
        return idType;
    }

    public String idMasked() {
        return idMasked;
    }

    public String idBlindIndex() {
        return idBlindIndex;
    }

    public long version() {
        return version;
    }

    public PersonStatus status() {
        return status;
    }

    public OffsetDateTime recordedAt() {
        return recordedAt;
    }

    public String phoneMasked() {
        return phoneMasked;
    }

    String idSealed() {
        return idSealed;
    }

    /** 迁移: where the person lives from now on. */
    public void live(String division, Optional<HouseholdId> household) {
        divisionPath = division;
        householdId = household.map(HouseholdId::value).orElse(null);
    }

    /** 学籍 */
    public void attend(String code) {
        school = code;
    }

    public void become(PersonStatus now) {
        status = now;
    }

    /** 合并到: who this person really is, when the same person was registered twice. */
    public Optional<PersonId> mergedInto() {
        return Optional.ofNullable(mergedInto).map(PersonId::new);
    }

    public void mergeInto(PersonId survivor) {
        status = PersonStatus.MERGED;
        mergedInto = survivor.value();
    }

    public void unmerge(PersonStatus now) {
        status = now;
        mergedInto = null;
    }

    void identify(PersonFacts facts, PersonalData personalData) {
        idType = facts.identity().type();
        idSealed = personalData.seal(facts.identity().number());
        idBlindIndex = personalData.blindIndex(facts.identity().number());
        idMasked = facts.identity().masked();
        idTail = facts.identity().tail();
    }

    void describe(PersonFacts facts, PersonalData personalData) {
        school = facts.school();
        name = facts.name();
        nameRaw = facts.nameRaw();
        sex = facts.sex();
        birthDate = facts.birthDate();
        var phone = facts.phone();
        phoneSealed = phone.isEmpty() ? "" : personalData.seal(phone);
        phoneBlindIndex = phone.isEmpty() ? "" : personalData.blindIndex(phone);
        phoneMasked = phone.isEmpty() ? "" : Masked.phone(phone);
        phoneTail = phone.substring(Math.max(0, phone.length() - TAIL));
    }

    static String areaOf(String divisionPath) {
        return Division.areaOf(divisionPath);
    }
}
