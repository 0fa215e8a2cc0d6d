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
import org.hibernate.annotations.DynamicUpdate;

/** 参保人: a person known to the system, with one number for life. Id number and phone are sealed. */
@Entity
@DynamicUpdate
public class Person {

    /** What a row holds where a dimension of scope has no value. */
    public static final String NO_SCHOOL = "-";

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

    String idSealed() {
        return idSealed;
    }

    static String areaOf(String divisionPath) {
        return Division.areaOf(divisionPath);
    }
}
