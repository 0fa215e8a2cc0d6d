package jumin.enrollment.roster;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.person.PersonId;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** The rows of an import: sealed cells, verdict, findings. */
@ApplicationScoped
public class RosterRows {

    private static final String COLUMNS = "select row_no, sealed_cells, household, relation, name_masked, id_masked,"
            + " verdict, findings::text, person_id from roster_import_row where import_id = ? ";
    private static final String ADD = """
            insert into roster_import_row (import_id, row_no, division_path, sealed_cells, id_blind_index, household,
                                           relation, name_masked, id_masked, verdict, findings, person_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
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
            Optional<PersonId> person) {}

    /** Of a stored row what the check of whole households needs. */
    record HouseholdRow(int rowNo, String household, String relation, RowVerdict verdict, boolean known) {}

    void add(RosterImport roster, List<AssessedRow> rows) {
        sql.updateAll(
                ADD,
                rows.stream()
                        .map(row -> new Object[] {
                            roster.id().value(),
                            row.row().rowNo(),
                            roster.divisionPath(),
                            personalData.seal(json.write(row.row().cells())),
                            row.blindIndex(),
                            row.household(),
                            row.relation(),
                            row.maskedName(),
                            row.maskedId(),
                            row.verdict().name(),
                            json.write(row.findings()),
                            row.known().map(PersonId::value).orElse(null)
                        })
                        .toList());
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
                        + "and verdict in ('SUCCESS', 'WARNING') and not registered and row_no > ? order by row_no limit ?",
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

    Map<RowVerdict, Long> counts(RosterImportId id) {
        var counts = new EnumMap<RowVerdict, Long>(RowVerdict.class);
        sql.list(
                "select verdict, count(*) from roster_import_row where import_id = ? group by verdict",
                row -> counts.put(RowVerdict.valueOf(row.getString(1)), row.getLong(2)),
                id.value());
        return counts;
    }

    long registered(RosterImportId id) {
        return sql.count("select count(*) from roster_import_row where import_id = ? and registered", id.value());
    }

    List<HouseholdRow> byHousehold(RosterImportId id) {
        return sql.list(
                "select row_no, household, relation, verdict, person_id is not null from roster_import_row"
                        + " where import_id = ? and household <> '' order by household, row_no",
                row -> new HouseholdRow(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        RowVerdict.valueOf(row.getString(4)),
                        row.getBoolean(5)),
                id.value());
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

    /** What an assessment at registration brought: registered, or a new verdict. */
    void settle(RosterImportId id, AssessedRow row, boolean registered, Optional<PersonId> person) {
        sql.update(
                "update roster_import_row set verdict = ?, findings = ?::jsonb, person_id = ?, registered = ?"
                        + " where import_id = ? and row_no = ?",
                row.verdict(),
                json.write(row.findings()),
                person.map(PersonId::value).orElse(null),
                registered,
                id.value(),
                row.row().rowNo());
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
                Optional.ofNullable(row.getObject(9, UUID.class)).map(PersonId::new));
    }
}
