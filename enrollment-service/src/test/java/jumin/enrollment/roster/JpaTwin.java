package jumin.enrollment.roster;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.Demo;
import jumin.platform.sql.TimeOrderedId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The same rows as entities: persisted one by one, sent in the batches of the mapper, flushed and cleared at intervals.
 * It need not publish or audit: rows with numbers that the database gives cannot be batched by a mapper.
 */
final class JpaTwin {

    private static final int FLUSH = 500;

    private final EntityManager entities;
    private final OffsetDateTime now;
    private final Map<String, UUID> households = new HashMap<>();
    private long number;

    JpaTwin(EntityManager entities, OffsetDateTime now, long firstNumber) {
        this.entities = entities;
        this.now = now;
        this.number = firstNumber;
    }

    void store(String prepared) {
        var stored = 0;
        for (var line : prepared.split("\n")) {
            store(line.split("\t"));
            if (++stored % FLUSH == 0) {
                entities.flush();
                entities.clear();
            }
        }
        entities.flush();
    }

    private void store(String[] cells) {
        var household = households.computeIfAbsent(cells[2], this::household);
        var person = new TwinPerson();
        person.householdId = household;
        person.personNo = "T" + number++;
        person.name = cells[4];
        person.nameRaw = cells[4];
        person.sex = cells[12];
        person.birthDate = LocalDate.parse(cells[11]);
        person.idSealed = cells[7];
        person.idBlindIndex = cells[8];
        person.idMasked = cells[9];
        person.idTail = cells[10];
        person.recordedAt = now;
        entities.persist(person);
        document(person);
        member(person, cells[3]);
        enrollment(person);
    }

    private UUID household(String house) {
        var household = new TwinHousehold();
        household.houseNumber = house;
        household.recordedAt = now;
        entities.persist(household);
        return household.id;
    }

    private void document(TwinPerson person) {
        var document = new TwinDocument();
        document.personId = person.id;
        document.sealed = person.idSealed;
        document.blindIndex = person.idBlindIndex;
        document.masked = person.idMasked;
        document.validFrom = now.toLocalDate();
        document.recordedAt = now;
        entities.persist(document);
    }

    private void member(TwinPerson person, String relation) {
        var member = new TwinMember();
        member.householdId = person.householdId;
        member.personId = person.id;
        member.relation = relation;
        member.validFrom = now.toLocalDate();
        member.recordedAt = now;
        entities.persist(member);
    }

    private void enrollment(TwinPerson person) {
        var enrollment = new TwinEnrollment();
        enrollment.personId = person.id;
        enrollment.registeredOn = now.toLocalDate();
        enrollment.birthDate = person.birthDate;
        enrollment.recordedAt = now;
        entities.persist(enrollment);
        var event = new TwinEvent();
        event.enrollmentId = enrollment.id;
        event.effectiveOn = now.toLocalDate();
        event.recordedAt = now;
        entities.persist(event);
        var decision = new TwinDecision();
        decision.enrollmentId = enrollment.id;
        decision.personId = person.id;
        decision.decidedAt = now;
        entities.persist(decision);
    }

    @Entity
    @Table(name = "household")
    static class TwinHousehold {
        @Id
        UUID id = TimeOrderedId.next();

        String area = Demo.AREA;
        String divisionPath = Demo.VILLAGE_PATH;
        String houseNumber;
        String address = "";
        OffsetDateTime recordedAt;
    }

    @Entity
    @Table(name = "person")
    static class TwinPerson {
        @Id
        UUID id = TimeOrderedId.next();

        String personNo;
        String area = Demo.AREA;
        String divisionPath = Demo.VILLAGE_PATH;
        UUID householdId;
        String name;
        String nameRaw;
        String sex;
        LocalDate birthDate;
        String idType = "RESIDENT_ID";
        String idSealed;
        String idBlindIndex;
        String idMasked;
        String idTail;
        OffsetDateTime recordedAt;
    }

    @Entity
    @Table(name = "identity_document")
    static class TwinDocument {
        @Id
        UUID id = TimeOrderedId.next();

        UUID personId;
        String area = Demo.AREA;
        String divisionPath = Demo.VILLAGE_PATH;
        String type = "RESIDENT_ID";
        String sealed;
        String blindIndex;
        String masked;
        LocalDate validFrom;
        OffsetDateTime recordedAt;
    }

    @Entity
    @Table(name = "household_member")
    static class TwinMember {
        @Id
        UUID id = TimeOrderedId.next();

        UUID householdId;
        UUID personId;
        String divisionPath = Demo.VILLAGE_PATH;
        String relation;
        LocalDate validFrom;
        OffsetDateTime recordedAt;
    }

    @Entity
    @Table(name = "enrollment")
    static class TwinEnrollment {
        @Id
        UUID id = TimeOrderedId.next();

        UUID personId;
        String area = Demo.AREA;
        String divisionPath = Demo.VILLAGE_PATH;
        int benefitYear = 2024;
        String type = "ORDINARY";
        String state = "ENROLLED";
        LocalDate registeredOn;
        LocalDate birthDate;
        OffsetDateTime recordedAt;
    }

    @Entity
    @Table(name = "enrollment_event")
    static class TwinEvent {
        @Id
        UUID id = TimeOrderedId.next();

        UUID enrollmentId;
        String divisionPath = Demo.VILLAGE_PATH;
        String kind = "REGISTERED";
        LocalDate effectiveOn;
        String reason = "";
        String actor = "bench";
        OffsetDateTime recordedAt;
    }

    @Entity
    @Table(name = "subsidy_decision")
    static class TwinDecision {
        @Id
        UUID id = TimeOrderedId.next();

        UUID enrollmentId;
        UUID personId;
        String area = Demo.AREA;
        String divisionPath = Demo.VILLAGE_PATH;
        int benefitYear = 2024;
        String state = "HELD";
        String tier = "none";

        @JdbcTypeCode(SqlTypes.JSON)
        String articles = "[]";

        String facts = "{}";
        String worksheet = "[]";
        String lawRelease = "bench";
        OffsetDateTime decidedAt;
    }
}
