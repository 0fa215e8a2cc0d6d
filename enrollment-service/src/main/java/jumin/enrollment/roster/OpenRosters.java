package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import jumin.enrollment.table.TableReading;
import jumin.enrollment.table.Unreadable;

/**
 * The files that are being read, kept open between two chunks so that a long one is read once and not once per chunk.
 * Only a convenience: after a restart, or a chunk that was taken back, the file is opened again and read up to the cursor.
 */
@ApplicationScoped
public class OpenRosters {

    private static final int MOST = 2;

    private final RosterPieces pieces;
    private final Deque<Kept> kept = new ArrayDeque<>();

    OpenRosters(RosterPieces pieces) {
        this.pieces = pieces;
    }

    private record Kept(RosterImportId id, TableReading<RosterHeader> reading) {}

    /** The file, standing behind that row. The caller keeps or closes it. */
    TableReading<RosterHeader> at(RosterImport roster, int after) throws Unreadable {
        var found = taken(roster.id());
        if (found.isPresent() && found.get().position() == after) {
            return found.get();
        }
        found.ifPresent(TableReading::close);
        var reading = roster.format().open(pieces.open(roster.id()), RosterHeader.FINDER);
        reading.skipTo(after);
        return reading;
    }

    /** For the next chunk. */
    synchronized void keep(RosterImportId id, TableReading<RosterHeader> reading) {
        kept.addLast(new Kept(id, reading));
        while (kept.size() > MOST) {
            kept.removeFirst().reading().close();
        }
    }

    private synchronized Optional<TableReading<RosterHeader>> taken(RosterImportId id) {
        var found = kept.stream().filter(one -> one.id().equals(id)).findFirst();
        found.ifPresent(kept::remove);
        return found.map(Kept::reading);
    }
}
