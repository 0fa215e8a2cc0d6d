package jumin.platform.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jumin.platform.sql.Columns;
import jumin.platform.sql.Sql;

/**
 * Up to where each subject's changes of a kind were taken in. Changes come in order, so whatever lies before that place was
 * taken in too, or is over: it is not taken in again, however often the feed is read from the beginning.
 */
@ApplicationScoped
class FeedPositions {

    private final Sql sql;

    FeedPositions(Sql sql) {
        this.sql = sql;
    }

    /** Whose changes of which kind. */
    private record Line(String kind, String subject) {

        static Line of(Change change) {
            return new Line(change.kind(), change.subject());
        }
    }

    /** The changes of a page that were not taken in yet, of the kinds that the subscription reads. */
    List<Change> news(FeedSubscription subscription, ChangePage page) {
        var read = page.changes().stream()
                .filter(change -> subscription.kinds().contains(change.kind()))
                .toList();
        var applied = applied(subscription.source(), read);
        return read.stream()
                .filter(change -> isNews(
                        Cursor.of(change.cursor()), Optional.ofNullable(applied.get(Line.of(change))), page.survived()))
                .toList();
    }

    /** What a restore of the source has lost is replaced by what the source says now, even if that is older. */
    private static boolean isNews(Cursor arriving, Optional<Cursor> applied, Map<String, String> survived) {
        return applied.map(known ->
                        arriving.after(known) || !arriving.epoch().equals(known.epoch()) && lost(known, survived))
                .orElse(true);
    }

    private static boolean lost(Cursor known, Map<String, String> survived) {
        var last = survived.get(known.epoch());
        return last == null || known.after(Cursor.of(known.epoch() + ":" + last));
    }

    private Map<Line, Cursor> applied(String source, List<Change> changes) {
        if (changes.isEmpty()) {
            return Map.of();
        }
        var lines = Columns.of(changes.stream().map(Line::of).distinct().toList())
                .with("text", Line::kind)
                .with("text", Line::subject)
                .values();
        record Known(Line line, Cursor cursor) {}
        return sql
                .list(
                        """
                        select kind, subject, epoch, tx::text, id from feed_applied
                        join unnest(?::text[], ?::text[]) asked (k, s) on kind = k and subject = s where source = ?
                        """,
                        row -> new Known(
                                new Line(row.getString(1), row.getString(2)),
                                new Cursor(row.getString(3), row.getString(4), row.getLong(5))),
                        lines[0],
                        lines[1],
                        source)
                .stream()
                .collect(Collectors.toMap(Known::line, Known::cursor));
    }

    /** Call in the transaction that takes them in, in their order. */
    void remember(String source, List<Change> taken) {
        var last = new LinkedHashMap<Line, Change>();
        taken.forEach(change -> last.put(Line.of(change), change));
        if (last.isEmpty()) {
            return;
        }
        var rows = Columns.of(List.copyOf(last.values()))
                .with("text", Change::kind)
                .with("text", Change::subject)
                .with("text", change -> Cursor.of(change.cursor()).epoch())
                .with("text", change -> Cursor.of(change.cursor()).transaction())
                .with("int8", change -> Cursor.of(change.cursor()).id())
                .values();
        sql.update("""
                insert into feed_applied (source, kind, subject, epoch, tx, id)
                select ?, kind, subject, epoch, tx::xid8, id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[]) taken (kind, subject, epoch, tx, id)
                on conflict (source, kind, subject) do update set epoch = excluded.epoch, tx = excluded.tx, id = excluded.id
                """, source, rows[0], rows[1], rows[2], rows[3], rows[4]);
    }
}
