package jumin.enrollment.roster;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.table.TableFormat;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** The stored imports. */
@ApplicationScoped
public class RosterImports {

    private static final String COLUMNS =
            "select id, area, division_path, division_code, benefit_year, file_name, format, state,"
                    + " header::text, message, counts::text, sample_names::text, validate_job, commit_job, undo_job,"
                    + " submitter, recorded_at, school from roster_import ";
    private static final String ADD = """
            insert into roster_import (id, area, division_path, division_code, benefit_year, file_name, format, file_hash,
                                       file_bytes, submitted_by, submitter, recorded_at, school)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (division_path, benefit_year, file_hash, school) where state not in ('REFUSED', 'UNDONE') do nothing
            """;
    private static final String WANTED = "where benefit_year between ? and ? and (? = '' or state = ?)"
            + " and division_path >= ? and division_path < ? || '~' ";

    /** Of no school. */
    static final String NONE = "-";

    private final Sql sql;
    private final JsonColumn json;

    RosterImports(Sql sql, JsonColumn json) {
        this.sql = sql;
        this.json = json;
    }

    /** What is known of a file. */
    record File(String name, String hash, long bytes) {}

    /** Who uploaded it. */
    record Uploader(String login, String name) {}

    /** Which imports to list; an empty path is everything that the caller may see. */
    record Wanted(Optional<Integer> benefitYear, Optional<ImportState> state, String path) {

        Object[] values() {
            var word = state.map(ImportState::name).orElse("");
            return new Object[] {benefitYear.orElse(0), benefitYear.orElse(9999), word, word, path, path};
        }
    }

    /** False when this file was imported for this village and year before. */
    boolean add(RosterImport roster, File file, Uploader uploader) {
        return sql.update(
                        ADD,
                        roster.id().value(),
                        roster.area(),
                        roster.divisionPath(),
                        roster.divisionCode(),
                        roster.benefitYear(),
                        file.name(),
                        roster.format(),
                        file.hash(),
                        file.bytes(),
                        uploader.login(),
                        uploader.name(),
                        roster.recordedAt(),
                        roster.school().orElse(NONE))
                == 1;
    }

    Optional<RosterImport> ofFile(RosterImport roster, String hash) {
        return sql.first(
                COLUMNS + "where division_path = ? and benefit_year = ? and file_hash = ? and school = ?"
                        + " and state not in ('REFUSED', 'UNDONE')",
                this::roster,
                roster.divisionPath(),
                roster.benefitYear(),
                hash,
                roster.school().orElse(NONE));
    }

    /** The latest first. */
    List<RosterImport> page(Wanted wanted, int page, int size) {
        var values = new java.util.ArrayList<>(List.of(wanted.values()));
        values.addAll(List.of(size, (page - 1) * size));
        return sql.list(
                COLUMNS + WANTED + "order by recorded_at desc, id limit ? offset ?", this::roster, values.toArray());
    }

    long count(Wanted wanted) {
        return sql.count("select count(*) from roster_import " + WANTED, wanted.values());
    }

    RosterImport get(RosterImportId id) {
        return sql.first(COLUMNS + "where id = ?", this::roster, id.value()).orElseThrow(RosterImports::unknown);
    }

    /** For a change of state. */
    RosterImport lock(RosterImportId id) {
        return sql.first(COLUMNS + "where id = ? for update", this::roster, id.value())
                .orElseThrow(RosterImports::unknown);
    }

    boolean sentBy(RosterImportId id, String login) {
        return sql.count("select count(*) from roster_import where id = ? and submitted_by = ?", id.value(), login) > 0;
    }

    void validatedBy(RosterImportId id, UUID job) {
        sql.update("update roster_import set validate_job = ? where id = ?", job, id.value());
    }

    void committedBy(RosterImportId id, UUID job) {
        sql.update("update roster_import set commit_job = ? where id = ?", job, id.value());
    }

    void undoneBy(RosterImportId id, UUID job, String reason) {
        sql.update("update roster_import set undo_job = ?, undo_reason = ? where id = ?", job, reason, id.value());
    }

    void header(RosterImportId id, RosterHeader header, List<String> sampleNames) {
        sql.update(
                "update roster_import set header = ?::jsonb, sample_names = ?::jsonb where id = ?",
                json.write(header),
                json.write(sampleNames),
                id.value());
    }

    void counts(RosterImportId id, RosterCounts counts) {
        sql.update("update roster_import set counts = ?::jsonb where id = ?", json.write(counts), id.value());
    }

    void state(RosterImportId id, ImportState state, String message) {
        sql.update("update roster_import set state = ?, message = ? where id = ?", state, message, id.value());
    }

    private RosterImport roster(ResultSet row) throws SQLException {
        var header = row.getString(9);
        return new RosterImport(
                new RosterImportId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Optional.of(row.getString(18)).filter(school -> !school.equals(NONE)),
                row.getInt(5),
                row.getString(6),
                TableFormat.valueOf(row.getString(7)),
                ImportState.valueOf(row.getString(8)),
                header.equals("{}")
                        ? Optional.empty()
                        : Optional.of(json.read(header, new TypeReference<RosterHeader>() {})),
                row.getString(10),
                json.read(row.getString(11), new TypeReference<RosterCounts>() {}),
                json.read(row.getString(12), new TypeReference<List<String>>() {}),
                Optional.ofNullable(row.getObject(13, UUID.class)),
                Optional.ofNullable(row.getObject(14, UUID.class)),
                Optional.ofNullable(row.getObject(15, UUID.class)),
                row.getString(16),
                row.getObject(17, OffsetDateTime.class));
    }

    private static ProblemException unknown() {
        return new ProblemException(EnrollmentProblem.ROSTER_UNKNOWN, "没有此导入，或不在您的辖区。");
    }
}
