package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
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

    /** Piece by piece: the next is asked for when the one before has been read. */
    InputStream open(RosterImportId id) {
        var pieces = sql.count("select count(*) from roster_import_piece where import_id = ?", id.value());
        return new InputStream() {
            private byte[] piece = {};
            private int at;
            private int next;

            @Override
            public int read() {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] into, int from, int most) {
                if (at == piece.length && next == pieces) {
                    return -1;
                }
                if (at == piece.length) {
                    piece = piece(id, next++);
                    at = 0;
                }
                var length = Math.min(most, piece.length - at);
                System.arraycopy(piece, at, into, from, length);
                at += length;
                return length;
            }
        };
    }

    private byte[] piece(RosterImportId id, int pieceNo) {
        return sql.first(
                        "select sealed from roster_import_piece where import_id = ? and piece_no = ?",
                        row -> Base64.getDecoder().decode(personalData.open(row.getString(1))),
                        id.value(),
                        pieceNo)
                .orElseThrow();
    }

    void discard(RosterImportId id) {
        sql.update("delete from roster_import_piece where import_id = ?", id.value());
    }
}
