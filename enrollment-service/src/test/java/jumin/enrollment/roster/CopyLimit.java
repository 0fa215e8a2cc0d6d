package jumin.enrollment.roster;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import jumin.enrollment.Demo;
import jumin.enrollment.person.IdentityCheck;
import jumin.enrollment.person.ReadInitials;
import jumin.platform.personal.Masked;
import jumin.platform.personal.PersonalData;
import org.postgresql.PGConnection;

/**
 * The limit: one COPY into a staging table and one insert for each table, in one transaction, nothing between. It writes the rows
 * that ours leaves behind, all of them: the roster's rows with their verdict, initials, decisions with worksheet, feeds and trail.
 * What the law says about these people is given to it.
 */
final class CopyLimit {

    private static final String STAGE = """
            create temporary table stage (
                row_no int, cells text, house text, relation text, name text, name_masked text, initials text[], sealed text,
                blind text, masked text, tail text, birth date, sex text,
                person uuid default uuidv7(), number bigint default nextval('person_number'), enrollment uuid default uuidv7(),
                household uuid
            ) on commit drop
            """;
    /** %1$s area, %2$s path of the village, %3$s import. */
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
        select person, 'P%1$s' || lpad(number::text, 10, '0'), '%1$s', '%2$s', household, name, name, sex,
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
        insert into person_initials (person_id, initials, division_path)
        select person, letters, '%2$s' from stage, unnest(initials) letters
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
                                      held_reason, cured_by, facts, worksheet, law_release, decided_at)
        select uuidv7(), stage.enrollment, stage.person, '%1$s', '%2$s', 2024, said.state, said.tier, said.articles,
               said.held_reason, said.cured_by, replace(said.facts, said.born, stage.birth::text), said.worksheet,
               said.law_release, now()
        from stage, said
        """,
        """
        insert into change_feed (kind, subject, recorded_at, payload)
        select 'person', person::text, now(), jsonb_build_object('personId', person,
            'personNo', 'P%1$s' || lpad(number::text, 10, '0'), 'area', '%1$s', 'divisionPath', '%2$s',
            'name', name, 'idType', 'RESIDENT_ID', 'idSealed', sealed, 'idBlindIndex', blind, 'idMasked', masked,
            'phoneMasked', '', 'birthDate', birth, 'sex', sex, 'householdId', household, 'school', '-', 'status', 'ACTIVE',
            'mergedInto', null)
        from stage
        """,
        """
        insert into change_feed (kind, subject, recorded_at, payload)
        select 'household', household::text, now(), jsonb_build_object('householdId', household, 'area', '%1$s',
            'divisionPath', '%2$s', 'houseNumber', house, 'head', min(person::text) filter (where relation = 'HEAD'))
        from stage group by household, house
        """,
        """
        insert into change_feed (kind, subject, recorded_at, payload)
        select 'enrollment', person::text, now(), jsonb_build_object('enrollmentId', enrollment, 'personId', person,
            'area', '%1$s', 'benefitYear', 2024, 'type', 'ordinary', 'state', 'ENROLLED', 'registeredOn', current_date,
            'birthDate', birth, 'facts', '{}'::jsonb, 'endedOn', null, 'endReason', null, 'subsidy', said.published)
        from stage, said
        """,
        """
        insert into audit_event (at, actor, action, what, subject, division_path, detail, trace_id)
        select now(), 'bench', 'CHANGE', 'person', person, '%2$s', 'registered', '' from stage
        """,
        """
        insert into roster_import_row (import_id, row_no, division_path, sealed_cells, id_blind_index, household, relation,
                                       name_masked, id_masked, verdict, findings, person_id, registered, enrollment_id,
                                       newcomer, school)
        select '%3$s', row_no, '%2$s', cells, blind, house, relation, name_masked, masked, 'SUCCESS', '[]', person, true,
               enrollment, true, '-'
        from stage
        """,
    };

    private static final String IMPORT = """
            insert into roster_import (id, area, division_path, division_code, benefit_year, file_name, file_hash, file_bytes,
                                       state, submitted_by, submitter, recorded_at)
            values ('%3$s', '%1$s', '%2$s', '', 2024, 'limit.csv', '%3$s', 0, 'COMMITTED', 'bench', 'bench', now())
            """;
    /** What ours decided last, which the law decides for all of these people alike. */
    private static final String SAID = """
            create temporary table said as
            select decision.state, tier, articles, held_reason, cured_by, decision.facts, worksheet, law_release,
                   birth_date::text born, feed.payload -> 'subsidy' published
            from (select subject, payload from change_feed where kind = 'enrollment' order by id desc limit 1) feed
            cross join lateral (select * from enrollment where person_id = feed.subject::uuid) enrollment
            cross join lateral (select * from subsidy_decision where enrollment_id = enrollment.id) decision
            """;

    private static final String[] RELATIONS = {"HEAD", "SPOUSE", "SON", "DAUGHTER"};

    private CopyLimit() {}

    /** What both ways must do before anything can be stored: check, seal, index. */
    static String prepared(int batch, int persons, PersonalData personalData) {
        var lines = new StringBuilder();
        var rowNo = new int[] {2};
        BenchRows.of(batch, persons).forEach(row -> {
            var number = IdentityCheck.normalize(row.idNumber());
            if (!Demo.withCheckDigit(number.substring(0, 17)).equals(number)) {
                throw new IllegalStateException(number);
            }
            lines.append(rowNo[0]++).append('\t').append(personalData.seal(row.line()));
            lines.append('\t').append(row.house()).append('\t').append(RELATIONS[row.relation()]);
            lines.append('\t')
                    .append(row.name())
                    .append('\t')
                    .append(Masked.name(row.name()))
                    .append("\t{");
            lines.append(String.join(",", ReadInitials.of(row.name()))).append("}\t");
            lines.append(personalData.seal(number));
            lines.append('\t').append(personalData.blindIndex(number));
            lines.append('\t').append(Masked.idNumber(number)).append('\t').append(number.substring(14));
            lines.append('\t').append(row.birth()).append('\t').append(row.male() ? "MALE" : "FEMALE");
            lines.append('\n');
        });
        return lines.toString();
    }

    /** The law's answer, before the clock runs. */
    static void learn(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SAID);
        }
    }

    static void store(Connection connection, String prepared) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            var roster = UUID.randomUUID().toString();
            statement.execute(STAGE);
            statement.execute(IMPORT.formatted(Demo.AREA, Demo.VILLAGE_PATH, roster));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy stage (row_no, cells, house, relation, name, name_masked, initials, sealed, blind, masked, tail,"
                                    + " birth, sex) from stdin",
                            new StringReader(prepared));
            statement.execute("analyze stage");
            for (var insert : INSERTS) {
                statement.execute(insert.formatted(Demo.AREA, Demo.VILLAGE_PATH, roster));
            }
        }
        connection.commit();
    }
}
