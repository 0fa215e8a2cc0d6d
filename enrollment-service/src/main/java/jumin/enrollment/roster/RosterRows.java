package jumin.enrollment.roster;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.person.PersonId;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.Columns;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** The rows of an import: sealed cells, verdict, findings. */
@ApplicationScoped
public class RosterRows {

    private static final String COLUMNS = "select row_no, sealed_cells, household, relation, name_masked, id_masked,"
            + " verdict, findings::text, person_id, case when undone then 'UNDONE' when registered then 'REGISTERED'"
            + " when confirmed or former_school is not null then 'CONFIRMED' else '' end"
            + " from roster_import_row where import_id = ? ";
    private static final String ADD = """
            insert into roster_import_row (import_id, row_no, division_path, sealed_cells, id_blind_index, household,
                                           relation, name_masked, id_masked, verdict, findings, person_id, school)
            select ?, row_no, ?, sealed_cells, id_blind_index, household, relation, name_masked, id_masked, verdict, findings,
                   person_id, ?
            from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::jsonb[],
                        ?::uuid[])
                as next (row_no, sealed_cells, id_blind_index, household, relation, name_masked, id_masked, verdict,
                         findings, person_id)
            """;

    private static final String SETTLE = """
            update roster_import_row set verdict = next.verdict, findings = next.findings,
                person_id = next.person, registered = next.registered, enrollment_id = next.enrollment,
                newcomer = next.newcomer, former_school = next.former_school, confirmed = next.confirmed
            from (values (?::uuid)) roster (id),
                unnest(?::int[], ?::text[], ?::jsonb[], ?::uuid[], ?::boolean[], ?::uuid[], ?::boolean[], ?::text[],
                       ?::boolean[])
                as next (row_no, verdict, findings, person, registered, enrollment, newcomer, former_school, confirmed)
            where import_id = roster.id and roster_import_row.row_no = next.row_no
            """;

    private final Sql sql;
    private final JsonColumn json;
    private final PersonalData personalData;

    RosterRows(Sql sql, JsonColumn json, PersonalData personalData) {
        this.sql = sql;
        this.json = json;
        this.personalData = personalData;
    }

    /** A stored row. */
    record StoredRow(
            int rowNo,
            List<String> cells,
            String household,
            String relation,
            String maskedName,
            String maskedId,
            RowVerdict verdict,
            List<RowFinding> findings,
            Optional<PersonId> person,
            String outcome) {}

    /** Of a stored row what the check of whole households needs. */
    record HouseholdRow(int rowNo, String household, String relation, RowVerdict verdict, boolean known) {}

    /** From here on in the transaction: a plan kept from small tables reads large ones row by row. */
    void planAnew() {
        sql.update("set local plan_cache_mode = force_custom_plan");
    }

    /** Before many rows are written: otherwise the check of every single foreign key would be planned anew as well. */
    void keepPlans() {
        sql.update("set local plan_cache_mode = auto");
    }

    void add(RosterImport roster, List<AssessedRow> rows) {
        var columns = Columns.of(rows)
                .with("int4", row -> row.row().rowNo())
                .with("text", row -> personalData.seal(json.write(row.row().cells())))
                .with("text", AssessedRow::blindIndex)
                .with("text", AssessedRow::household)
                .with("text", AssessedRow::relation)
                .with("text", AssessedRow::maskedName)
                .with("text", AssessedRow::maskedId)
                .with("text", AssessedRow::verdict)
                .with("jsonb", row -> json.write(row.findings()))
                .with("uuid", row -> row.known().map(PersonId::value));
        sql.update(
                ADD,
                columns.after(
                        roster.id().value(),
                        roster.divisionPath(),
                        roster.school().orElse(RosterImports.NONE)));
    }

    /** Row number by blind index, of those that stand in an earlier row. */
    Map<String, Integer> firstRows(RosterImportId id, Collection<String> blindIndexes) {
        var found = new HashMap<String, Integer>();
        sql.list(
                "select id_blind_index, min(row_no) from roster_import_row"
                        + " where import_id = ? and id_blind_index = any (?) group by id_blind_index",
                row -> found.put(row.getString(1), row.getInt(2)),
                id.value(),
                blindIndexes);
        return found;
    }

    /** The next rows to register. */
    List<StoredRow> toRegister(RosterImportId id, int after, int most) {
        return sql.list(
                COLUMNS
                        + "and verdict in ('SUCCESS', 'WARNING') and not registered and former_school is null and not confirmed"
                        + " and row_no > ? order by row_no limit ?",
                this::row,
                id.value(),
                after,
                most);
    }

    List<StoredRow> page(RosterImportId id, Optional<RowVerdict> verdict, int page, int size) {
        return sql.list(
                COLUMNS + "and (? = '' or verdict = ?) order by row_no limit ? offset ?",
                this::row,
                id.value(),
                verdict.map(RowVerdict::name).orElse(""),
                verdict.map(RowVerdict::name).orElse(""),
                size,
                (page - 1) * size);
    }

    /** By counting: once at the end of the validation; afterwards the import keeps its counts. */
    RosterCounts counted(RosterImportId id) {
        var counts = new RosterCounts[] {RosterCounts.NONE};
        sql.list(
                "select verdict, count(*) from roster_import_row where import_id = ? group by verdict",
                row -> counts[0] = counts[0].plus(RowVerdict.valueOf(row.getString(1)), row.getLong(2)),
                id.value());
        return counts[0];
    }

    /** All rows of the next households by number, household by household. By range: of a new import the planner knows nothing. */
    List<HouseholdRow> households(RosterImportId id, String after, int most) {
        var last = sql.first(
                        "select household from (select distinct household from roster_import_row where import_id = ?"
                                + " and household > ? order by household limit ?) next order by household desc limit 1",
                        row -> row.getString(1),
                        id.value(),
                        after,
                        most)
                .orElse("");
        return sql.list(
                "select row_no, household, relation, verdict, person_id is not null from roster_import_row"
                        + " where import_id = ? and household > ? and household <= ? order by household, row_no",
                row -> new HouseholdRow(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        RowVerdict.valueOf(row.getString(4)),
                        row.getBoolean(5)),
                id.value(),
                after,
                last);
    }

    void judge(RosterImportId id, int rowNo, RowVerdict verdict, RowFinding finding) {
        sql.update(
                "update roster_import_row set verdict = ?, findings = findings || ?::jsonb"
                        + " where import_id = ? and row_no = ?",
                verdict,
                json.write(List.of(finding)),
                id.value(),
                rowNo);
    }

    /**
     * What an assessment at registration brought: registered, or a new verdict.
     *
     * @param formerSchool where the pupil was before, when this import made it a pupil of its school
     */
    record Settled(
            AssessedRow row,
            Optional<PersonId> person,
            Optional<EnrollmentId> enrollment,
            boolean newcomer,
            Optional<String> formerSchool) {

        boolean confirmed() {
            return row.registration().isPresent() && row.toConfirm().isPresent();
        }
    }

    /** In one statement: the rows of a chunk are many. */
    void settle(RosterImportId id, List<Settled> settled) {
        if (settled.isEmpty()) {
            return;
        }
        var columns = Columns.of(settled)
                .with("int4", one -> one.row().row().rowNo())
                .with("text", one -> one.row().verdict())
                .with("jsonb", one -> json.write(one.row().findings()))
                .with("uuid", one -> one.person().map(PersonId::value))
                .with("bool", one -> one.enrollment().isPresent())
                .with("uuid", one -> one.enrollment().map(EnrollmentId::value))
                .with("bool", Settled::newcomer)
                .with("text", Settled::formerSchool)
                .with("bool", Settled::confirmed);
        sql.update(SETTLE, columns.after(id.value()));
    }

    /**
     * A registered row, to be taken back.
     *
     * @param confirmed this import only said that somebody who was enrolled before is a student
     */
    record RegisteredRow(
            int rowNo,
            PersonId person,
            Optional<EnrollmentId> enrollment,
            boolean newcomer,
            Optional<String> formerSchool,
            boolean confirmed) {}

    List<RegisteredRow> toUndo(RosterImportId id, int after, int most) {
        return sql.list(
                "select row_no, person_id, enrollment_id, newcomer, former_school, confirmed from roster_import_row"
                        + " where import_id = ? and (registered or former_school is not null or confirmed) and not undone"
                        + " and row_no > ? order by row_no limit ?",
                row -> new RegisteredRow(
                        row.getInt(1),
                        new PersonId(row.getObject(2, UUID.class)),
                        Optional.ofNullable(row.getObject(3, UUID.class)).map(EnrollmentId::new),
                        row.getBoolean(4),
                        Optional.ofNullable(row.getString(5)),
                        row.getBoolean(6)),
                id.value(),
                after,
                most);
    }

    /** The first of the persons registered by this import who has paid for that year; their masked name. */
    Optional<String> somebodyPaid(RosterImportId id, int benefitYear) {
        return sql.first("""
                select name_masked from roster_import_row row
                join payment_seen paid on paid.person_id = row.person_id and paid.benefit_year = ? and not paid.reversed
                where row.import_id = ? and row.registered and not row.undone order by row_no limit 1
                """, row -> row.getString(1), benefitYear, id.value());
    }

    /** People whom this import made known and who stay known, though it was taken back: something else happened to them. */
    long keptPersons(RosterImportId id) {
        return sql.count(
                "select count(*) from roster_import_row row join person on person.id = row.person_id"
                        + " where row.import_id = ? and row.newcomer and row.undone and person.status <> 'WITHDRAWN'",
                id.value());
    }

    void undone(RosterImportId id, List<Integer> rowNos) {
        sql.update(
                "update roster_import_row set undone = true where import_id = ? and row_no = any (?::int[])",
                id.value(),
                new Sql.ArrayOf("int", rowNos));
    }

    /** Number of the last row that has its verdict; 0 when none has. */
    int lastRow(RosterImportId id) {
        return (int)
                sql.count("select coalesce(max(row_no), 0) from roster_import_row where import_id = ?", id.value());
    }

    private StoredRow row(ResultSet row) throws SQLException {
        return new StoredRow(
                row.getInt(1),
                json.read(personalData.open(row.getString(2)), new TypeReference<List<String>>() {}),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                RowVerdict.valueOf(row.getString(7)),
                json.read(row.getString(8), new TypeReference<List<RowFinding>>() {}),
                Optional.ofNullable(row.getObject(9, UUID.class)).map(PersonId::new),
                row.getString(10));
    }
}
