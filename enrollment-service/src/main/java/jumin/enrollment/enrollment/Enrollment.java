package jumin.enrollment.enrollment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.person.PersonId;
import org.hibernate.annotations.DynamicUpdate;

/** 参保登记: one person, one pooling area, one benefit year. */
@Entity
@DynamicUpdate
public class Enrollment {

    @Id
    UUID id;

    UUID personId;
    String area;
    String divisionPath;
    String school;
    int benefitYear;

    @Enumerated(EnumType.STRING)
    EnrollmentType type;

    @Enumerated(EnumType.STRING)
    EnrollmentState state;

    LocalDate registeredOn;
    LocalDate birthDate;
    String facts;
    LocalDate endedOn;
    String endReason;

    @Version
    long version;

    OffsetDateTime recordedAt;

    public EnrollmentId id() {
        return new EnrollmentId(id);
    }

    public PersonId person() {
        return new PersonId(personId);
    }

    public String area() {
        return area;
    }

    public String divisionPath() {
        return divisionPath;
    }

    public String school() {
        return school;
    }

    public int benefitYear() {
        return benefitYear;
    }

    public EnrollmentType type() {
        return type;
    }

    public EnrollmentState state() {
        return state;
    }

    public LocalDate registeredOn() {
        return registeredOn;
    }

    public LocalDate birthDate() {
        return birthDate;
    }

    /** {@link EnrollmentFacts} as JSON. */
    public String facts() {
        return facts;
    }

    public Optional<LocalDate> endedOn() {
        return Optional.ofNullable(endedOn);
    }

    public String endReason() {
        return endReason;
    }

    public long version() {
        return version;
    }

    /** 撤销: it is as if it had not been made, but stays on record. */
    public void cancel(LocalDate on, String reason) {
        state = EnrollmentState.CANCELLED;
        endedOn = on;
        endReason = reason;
    }

    /** The person's birth date was written down wrongly. */
    public void correctBirthDate(LocalDate day) {
        birthDate = day;
    }

    public OffsetDateTime recordedAt() {
        return recordedAt;
    }

    /** 恢复: what ended it turned out not to be so. */
    public void restore() {
        state = EnrollmentState.ENROLLED;
        endedOn = null;
        endReason = "";
    }

    /** What became of another one in this one's place becomes of this one. */
    public void takeOver(Enrollment other) {
        state = other.state;
        endedOn = other.endedOn;
        endReason = other.endReason;
        facts = other.facts;
    }

    /** 终止: something happened on that day that ends it; until which day it covers, the law says. */
    public void terminate(LocalDate event, String word) {
        state = EnrollmentState.TERMINATED;
        endedOn = event;
        endReason = word;
    }

    /** The same enrollment of another type, for a trial: never stored. */
    public Enrollment as(EnrollmentType other, String otherFacts) {
        var trial = new Enrollment();
        trial.id = id;
        trial.personId = personId;
        trial.area = area;
        trial.divisionPath = divisionPath;
        trial.school = school;
        trial.benefitYear = benefitYear;
        trial.type = other;
        trial.state = state;
        trial.registeredOn = registeredOn;
        trial.birthDate = birthDate;
        trial.facts = otherFacts;
        trial.endReason = endReason;
        trial.recordedAt = recordedAt;
        return trial;
    }

    /** 变更参保类型和事由。 */
    public void change(EnrollmentType changed, String changedFacts) {
        type = changed;
        facts = changedFacts;
    }
}
