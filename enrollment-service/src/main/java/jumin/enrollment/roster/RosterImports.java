package jumin.enrollment.roster;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** The stored imports. */
@ApplicationScoped
public class RosterImports {

    private static final String COLUMNS =
            "select id, area, division_path, division_code, benefit_year, file_name, state,"
                    + " header::text, message, validate_job, commit_job, submitter, recorded_at from roster_import ";
    private static final String ADD = """
            insert into roster_import (id, area, division_path, division_code, benefit_year, file_name, file_hash,
                                       file_bytes, submitted_by, submitter, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (division_path, benefit_year, file_hash) where state <> 'REFUSED' do nothing
            """;

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
                        file.hash(),
                        file.bytes(),
                        uploader.login(),
                        uploader.name(),
                        roster.recordedAt())
                == 1;
    }

    Optional<RosterImport> ofFile(String divisionPath, int benefitYear, String hash) {
        return sql.first(
                COLUMNS + "where division_path = ? and benefit_year = ? and file_hash = ? and state <> 'REFUSED'",
                this::roster,
                divisionPath,
                benefitYear,
                hash);
    }

    RosterImport get(RosterImportId id) {
        return sql.first(COLUMNS + "where id = ?", this::roster, id.value()).orElseThrow(RosterImports::unknown);
    }

    /** For a change of state. */
    RosterImport lock(RosterImportId id) {
        return sql.first(COLUMNS + "where id = ? for update", this::roster, id.value())
                .orElseThrow(RosterImports::unknown);
    }

    void validatedBy(RosterImportId id, UUID job) {
        sql.update("update roster_import set validate_job = ? where id = ?", job, id.value());
    }

    void committedBy(RosterImportId id, UUID job) {
        sql.update("update roster_import set commit_job = ? where id = ?", job, id.value());
    }

    void header(RosterImportId id, RosterHeader header) {
        sql.update("update roster_import set header = ?::jsonb where id = ?", json.write(header), id.value());
    }

    void state(RosterImportId id, ImportState state, String message) {
        sql.update("update roster_import set state = ?, message = ? where id = ?", state, message, id.value());
    }

    private RosterImport roster(ResultSet row) throws SQLException {
        var header = row.getString(8);
        return new RosterImport(
                new RosterImportId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                ImportState.valueOf(row.getString(7)),
                header.equals("{}")
                        ? Optional.empty()
                        : Optional.of(json.read(header, new TypeReference<RosterHeader>() {})),
                row.getString(9),
                Optional.ofNullable(row.getObject(10, UUID.class)),
                Optional.ofNullable(row.getObject(11, UUID.class)),
                row.getString(12),
                row.getObject(13, OffsetDateTime.class));
    }

    private static ProblemException unknown() {
        return new ProblemException(EnrollmentProblem.ROSTER_UNKNOWN, "没有此导入，或不在您的辖区。");
    }
}
