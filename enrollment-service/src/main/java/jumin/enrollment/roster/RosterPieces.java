package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.Sql;

/** The uploaded file, sealed, in pieces: any instance can go on reading it, and no piece is large. Gone once it is read. */
@ApplicationScoped
public class RosterPieces {

    private static final int PIECE = 256 * 1024;

    private final Sql sql;
    private final PersonalData personalData;

    RosterPieces(Sql sql, PersonalData personalData) {
        this.sql = sql;
        this.personalData = personalData;
    }

    void store(RosterImport roster, Path file) {
        try (var in = Files.newInputStream(file)) {
            var pieceNo = 0;
            for (var bytes = in.readNBytes(PIECE); bytes.length > 0; bytes = in.readNBytes(PIECE)) {
                sql.update(
                        "insert into roster_import_piece (import_id, piece_no, division_path, sealed, school)"
                                + " values (?, ?, ?, ?, ?)",
                        roster.id().value(),
                        pieceNo++,
                        roster.divisionPath(),
                        personalData.seal(Base64.getEncoder().encodeToString(bytes)),
                        roster.school().orElse(RosterImports.NONE));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    InputStream open(RosterImportId id) {
        List<InputStream> pieces = sql.list(
                "select sealed from roster_import_piece where import_id = ? order by piece_no",
                row -> new ByteArrayInputStream(Base64.getDecoder().decode(personalData.open(row.getString(1)))),
                id.value());
        return new SequenceInputStream(Collections.enumeration(pieces));
    }

    void discard(RosterImportId id) {
        sql.update("delete from roster_import_piece where import_id = ?", id.value());
    }
}
