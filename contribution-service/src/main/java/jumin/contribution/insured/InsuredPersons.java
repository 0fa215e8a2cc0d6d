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
            + " id_blind_index, id_masked, phone_masked, birth_date, household_id, status, merged_into";

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
                "select " + COLUMNS
                        + " from insured_person where person_id = any(?::uuid[]) and known order by person_id",
                InsuredPersons::person,
                personIds);
    }

    /** Who somebody is now: after a merge the record that was kept; the merged one while that is not known here. */
    public InsuredPerson now(InsuredPerson person) {
        return person.mergedInto().isEmpty()
                ? person
                : database.first(
                                "select " + COLUMNS + " from insured_person where known and person_id ="
                                        + " (select survivor_id from insured_person where person_id = ?)",
                                InsuredPersons::person,
                                person.personId())
                        .orElse(person);
    }

    /** The documents of a merged record still name that record, and by it the one that was kept. */
    public Optional<InsuredPerson> byIdNumber(String blindIndex, String area) {
        return database.first(
                "select " + COLUMNS + " from insured_person where id_blind_index = ? and area = ? and known"
                        + " and status <> 'WITHDRAWN' order by status = 'MERGED', person_id limit 1",
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
                       id_blind_index, id_masked, phone_masked, birth_date, household_id, status, merged_into, house_number)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                       coalesce((select house_number from household where household_id = ?), ''))
                on conflict (person_id) do update set known = excluded.known, area = excluded.area,
                       division_path = excluded.division_path, person_no = excluded.person_no, name = excluded.name,
                       id_sealed = excluded.id_sealed, id_blind_index = excluded.id_blind_index,
                       id_masked = excluded.id_masked, phone_masked = excluded.phone_masked, birth_date = excluded.birth_date,
                       household_id = excluded.household_id, status = excluded.status,
                       merged_into = excluded.merged_into, house_number = excluded.house_number
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
                person.status(),
                person.mergedInto(),
                person.householdId());
    }

    /** Whom a person was merged into, as far as the feed has said so. */
    public Optional<UUID> mergedInto(UUID personId) {
        return database.first(
                "select merged_into from insured_person where person_id = ? and merged_into is not null",
                row -> row.getObject(1, UUID.class),
                personId);
    }

    /** Whether a merge leads from or to this person. */
    public boolean linked(UUID personId) {
        return database.first(
                        "select 1 from insured_person where person_id = ? and merged_into is not null"
                                + " union all select 1 from insured_person where merged_into = ? limit 1",
                        row -> true,
                        personId,
                        personId)
                .isPresent();
    }

    /** Those of these persons who are linked by merges, with all whom the same merges link. */
    public List<UUID> kin(Collection<UUID> personIds) {
        return personIds.isEmpty() ? List.of() : database.list("""
                with recursive kin (root, id) as (
                    select distinct coalesce(survivor_id, person_id), coalesce(survivor_id, person_id) from insured_person
                    where person_id = any(?)
                    union
                    select kin.root, p.person_id from insured_person p join kin on p.merged_into = kin.id)
                select id from kin where root in (select root from kin group by root having count(*) > 1)
                """, row -> row.getObject(1, UUID.class), personIds);
    }

    /** Finds the end of the chain of merges anew, for a person and for all who lead to it; answers all of these. */
    public List<UUID> relink(UUID personId) {
        return database.list("""
                with recursive up (id, n) as (
                    select ?::uuid, 0
                    union all
                    select p.merged_into, n + 1 from up join insured_person p on p.person_id = up.id
                    where p.merged_into is not null and n < 100),
                last as (select id from up order by n desc limit 1),
                down (id) as (
                    select ?::uuid union select p.person_id from insured_person p join down on p.merged_into = down.id)
                update insured_person p set survivor_id = nullif(last.id, p.person_id) from last, down
                where p.person_id = down.id returning p.person_id
                """, row -> row.getObject(1, UUID.class), personId, personId);
    }

    /** Whose money it is that names this record: the record that was kept, as far as that is known here; now, not when it was read. */
    public Optional<UUID> owner(UUID personId) {
        return database.first("""
                select coalesce((select k.person_id from insured_person k where k.known and k.person_id = p.survivor_id), p.person_id)
                from insured_person p where p.person_id = ?
                """, row -> row.getObject(1, UUID.class), personId);
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
                row.getString(13),
                Optional.ofNullable(row.getObject(14, UUID.class)));
    }
}
