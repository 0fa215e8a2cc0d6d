package jumin.contribution.levy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.Sql;

/** The levy files that were made, and how far each has come. */
@ApplicationScoped
class LevyFiles {

    private final Sql database;
    private final PersonalData personalData;

    LevyFiles(Sql database, PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    /** The last file of an organ and year: where the next begins. */
    record Last(int fileNo, String nextCursor) {
        static final Last NONE = new Last(0, "0");
    }

    /** A file as the organ names it. */
    record Named(String organ, int benefitYear, int fileNo) {}

    /** Two that sweep at once make one file after the other. */
    void lock(String organ) {
        database.list("select pg_advisory_xact_lock(hashtextextended(?, 61))", row -> 1, organ);
    }

    List<Integer> years() {
        return database.list("select distinct benefit_year from levy_opening order by 1", row -> row.getInt(1));
    }

    Last last(String organ, int benefitYear) {
        return database.first(
                        "select file_no, next_cursor from levy_file where organ = ? and benefit_year = ?"
                                + " order by file_no desc limit 1",
                        row -> new Last(row.getInt(1), row.getString(2)),
                        organ,
                        benefitYear)
                .orElse(Last.NONE);
    }

    void add(LevyFile file, LevyView.LevyPage page, OffsetDateTime at) {
        database.update(
                """
                insert into levy_file (organ, benefit_year, file_no, next_cursor, line_count, due_fen, charset, sha256, sealed,
                       made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                file.organ(),
                file.benefitYear(),
                file.fileNo(),
                page.next(),
                page.items().size(),
                LevyFile.sum(page.items()).fen(),
                file.charset().name(),
                file.sha256(),
                personalData.seal(file.text()),
                at);
    }

    List<LevyFile> unwritten(String organ) {
        return database.list(
                FILE + "where organ = ? and written_at is null order by benefit_year, file_no", this::file, organ);
    }

    void written(LevyFile file, OffsetDateTime at) {
        database.update(
                "update levy_file set written_at = ? where organ = ? and benefit_year = ? and file_no = ?",
                at,
                file.organ(),
                file.benefitYear(),
                file.fileNo());
    }

    /** Its text is empty when it was acknowledged before. */
    Optional<LevyFile> find(Named named) {
        return database.first(
                FILE + "where organ = ? and benefit_year = ? and file_no = ? for update",
                this::file,
                named.organ(),
                named.benefitYear(),
                named.fileNo());
    }

    void acknowledged(Named named, OffsetDateTime at) {
        database.update("""
                update levy_file set acknowledged_at = ?, written_at = coalesce(written_at, ?), sealed = ''
                where organ = ? and benefit_year = ? and file_no = ?
                """, at, at, named.organ(), named.benefitYear(), named.fileNo());
    }

    private static final String FILE = "select organ, benefit_year, file_no, charset, sealed, sha256 from levy_file ";

    private LevyFile file(ResultSet row) throws SQLException {
        var sealed = row.getString(5);
        return new LevyFile(
                row.getString(1),
                row.getInt(2),
                row.getInt(3),
                LevyFile.charset(row.getString(4)),
                sealed.isEmpty() ? "" : personalData.open(sealed),
                row.getString(6));
    }
}
