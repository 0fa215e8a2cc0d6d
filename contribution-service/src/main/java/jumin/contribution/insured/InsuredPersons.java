package jumin.contribution.insured;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.sql.Sql;

/** The persons of the read model, as far as the caller may see them. */
@ApplicationScoped
public class InsuredPersons {

    private static final String COLUMNS = "person_id, known, area, division_path, person_no, name, id_sealed,"
            + " id_blind_index, id_masked, phone_masked, birth_date, household_id, status";

    private final Sql database;

    InsuredPersons(Sql database) {
        this.database = database;
    }

    public Optional<InsuredPerson> find(UUID personId) {
        return database.first(
                "select " + COLUMNS + " from insured_person where person_id = ? and known",
                InsuredPersons::person,
                personId);
    }

    /** In the order of their ids, so that whoever locks them does so in the same order. */
    public List<InsuredPerson> find(Collection<UUID> personIds) {
        return database.list(
                "select " + COLUMNS + " from insured_person where person_id = any(?) and known order by person_id",
                InsuredPersons::person,
                personIds);
    }

    public Optional<InsuredPerson> byIdNumber(String blindIndex, String area) {
        return database.first(
                "select " + COLUMNS + " from insured_person where id_blind_index = ? and area = ? and known"
                        + " and status not in ('MERGED', 'WITHDRAWN')",
                InsuredPersons::person,
                blindIndex,
                area);
    }

    public Optional<InsuredPerson> byPersonNo(String personNo) {
        return database.first(
                "select " + COLUMNS + " from insured_person where person_no = ? and known",
                InsuredPersons::person,
                personNo);
    }

    public List<InsuredPerson> ofHousehold(String householdId) {
        return database.list(
                "select " + COLUMNS + " from insured_person where household_id = ? and known order by person_no",
                InsuredPersons::person,
                householdId);
    }

    /** Takes the state the feed brought. */
    public void put(InsuredPerson person) {
        database.update(
                """
                insert into insured_person (person_id, known, area, division_path, person_no, name, id_sealed,
                       id_blind_index, id_masked, phone_masked, birth_date, household_id, status)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (person_id) do update set known = excluded.known, area = excluded.area,
                       division_path = excluded.division_path, person_no = excluded.person_no, name = excluded.name,
                       id_sealed = excluded.id_sealed, id_blind_index = excluded.id_blind_index,
                       id_masked = excluded.id_masked, phone_masked = excluded.phone_masked, birth_date = excluded.birth_date,
                       household_id = excluded.household_id, status = excluded.status
                """,
                person.personId(),
                person.known(),
                person.area(),
                person.divisionPath(),
                person.personNo(),
                person.name(),
                person.idSealed(),
                person.idBlindIndex(),
                person.idMasked(),
                person.phoneMasked(),
                person.birthDate(),
                person.householdId(),
                person.status());
    }

    /** 身份认定: the whole list of a person; a stub when the person is not known yet. */
    public void putRecognitions(UUID personId, String recognitions) {
        database.update("""
                insert into insured_person (person_id, known, recognitions) values (?, false, ?::jsonb)
                on conflict (person_id) do update set recognitions = excluded.recognitions
                """, personId, recognitions);
    }

    private static InsuredPerson person(ResultSet row) throws SQLException {
        return new InsuredPerson(
                row.getObject(1, UUID.class),
                row.getBoolean(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                Optional.ofNullable(row.getObject(11, LocalDate.class)),
                row.getString(12),
                row.getString(13));
    }
}
