package jumin.enrollment.roster;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import jumin.enrollment.Demo;
import jumin.enrollment.person.IdentityCheck;
import jumin.platform.personal.Masked;
import jumin.platform.personal.PersonalData;
import org.postgresql.PGConnection;

/** The limit: one COPY into a staging table and one insert for each table, in one transaction, nothing between. */
final class CopyLimit {

    private static final String STAGE = """
            create temporary table stage (
                house text, relation text, name text, sealed text, blind text, masked text, tail text, birth date, sex text,
                person uuid default uuidv7(), enrollment uuid default uuidv7(), decision uuid default uuidv7(), household uuid
            ) on commit drop
            """;
    private static final String[] INSERTS = {
        """
        insert into household (id, area, division_path, house_number, address, recorded_at)
        select uuidv7(), '%1$s', '%2$s', house, min('3组' || house || '号'), now() from stage group by house
        """,
        "update stage set household = household.id from household"
                + " where household.division_path = '%2$s' and household.house_number = stage.house",
        """
        insert into person (id, person_no, area, division_path, household_id, name, name_raw, sex, birth_date, id_type,
                            id_sealed, id_blind_index, id_masked, id_tail, recorded_at)
        select person, 'P%1$s' || lpad(nextval('person_number')::text, 10, '0'), '%1$s', '%2$s', household, name, name, sex,
               birth, 'RESIDENT_ID', sealed, blind, masked, tail, now()
        from stage where not exists (select 1 from identity_document known
                                     where known.area = '%1$s' and known.blind_index = blind and known.superseded_by is null)
        """,
        """
        insert into identity_document (id, person_id, area, division_path, type, sealed, blind_index, masked, valid_from,
                                       recorded_at)
        select uuidv7(), person, '%1$s', '%2$s', 'RESIDENT_ID', sealed, blind, masked, current_date, now() from stage
        """,
        """
        insert into household_member (id, household_id, person_id, division_path, relation, valid_from, recorded_at)
        select uuidv7(), household, person, '%2$s', relation, current_date, now() from stage
        """,
        """
        insert into enrollment (id, person_id, area, division_path, benefit_year, type, state, registered_on, birth_date,
                                recorded_at)
        select enrollment, person, '%1$s', '%2$s', 2024, 'ORDINARY', 'ENROLLED', current_date, birth, now() from stage
        """,
        """
        insert into enrollment_event (id, enrollment_id, division_path, kind, effective_on, reason, actor, recorded_at)
        select uuidv7(), enrollment, '%2$s', 'REGISTERED', current_date, '', 'bench', now() from stage
        """,
        """
        insert into subsidy_decision (id, enrollment_id, person_id, area, division_path, benefit_year, state, tier, articles,
                                      facts, worksheet, law_release, decided_at)
        select decision, enrollment, person, '%1$s', '%2$s', 2024, 'HELD', 'none', '[]',
               '{"coverage_year": 2024, "person": {"birth_date": "' || birth || '", "categories": []}}', '[]', 'bench', now()
        from stage
        """,
        """
        insert into change_feed (kind, subject, recorded_at, payload)
        select 'person', person::text, now(), jsonb_build_object('personId', person, 'area', '%1$s', 'divisionPath', '%2$s',
            'name', name, 'idType', 'RESIDENT_ID', 'idSealed', sealed, 'idBlindIndex', blind, 'idMasked', masked,
            'birthDate', birth, 'sex', sex, 'householdId', household, 'school', '-', 'status', 'ACTIVE') from stage
        """,
        """
        insert into change_feed (kind, subject, recorded_at, payload)
        select 'enrollment', person::text, now(), jsonb_build_object('enrollmentId', enrollment, 'personId', person,
            'area', '%1$s', 'benefitYear', 2024, 'type', 'ordinary', 'state', 'ENROLLED', 'registeredOn', current_date,
            'birthDate', birth, 'facts', '{}', 'subsidy', jsonb_build_object('state', 'HELD', 'tier', 'none')) from stage
        """,
        """
        insert into audit_event (at, actor, action, what, subject, division_path, detail, trace_id)
        select now(), 'bench', 'CHANGE', 'person', person, '%2$s', 'registered', '' from stage
        """,
    };
    private static final String[] RELATIONS = {"HEAD", "SPOUSE", "SON", "DAUGHTER"};

    private CopyLimit() {}

    /** What both ways must do before anything can be stored: check, seal, index. */
    static String prepared(int batch, int persons, PersonalData personalData) {
        var lines = new StringBuilder();
        BenchRows.of(batch, persons).forEach(row -> {
            var number = IdentityCheck.normalize(row.idNumber());
            if (!Demo.withCheckDigit(number.substring(0, 17)).equals(number)) {
                throw new IllegalStateException(number);
            }
            lines.append(row.house()).append('\t').append(RELATIONS[row.relation()]);
            lines.append('\t').append(row.name()).append('\t').append(personalData.seal(number));
            lines.append('\t').append(personalData.blindIndex(number));
            lines.append('\t').append(Masked.idNumber(number)).append('\t').append(number.substring(14));
            lines.append('\t').append(row.birth()).append('\t').append(row.male() ? "MALE" : "FEMALE");
            lines.append('\n');
        });
        return lines.toString();
    }

    static void store(Connection connection, String prepared) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(STAGE);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy stage (house, relation, name, sealed, blind, masked, tail, birth, sex) from stdin",
                            new StringReader(prepared));
            statement.execute("analyze stage");
            for (var insert : INSERTS) {
                statement.execute(insert.formatted(Demo.AREA, Demo.VILLAGE_PATH));
            }
        }
        connection.commit();
    }
}
