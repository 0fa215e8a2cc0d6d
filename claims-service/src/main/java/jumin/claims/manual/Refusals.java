package jumin.claims.manual;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** Refusals of manual claims; who sees the claim sees them. */
@ApplicationScoped
class Refusals {

    private final Sql database;
    private final JsonColumn json;

    Refusals(Sql database, JsonColumn json) {
        this.database = database;
        this.json = json;
    }

    void insert(Refusal refusal) {
        database.update(
                "insert into manual_refusal (id, claim, document, opinion, refused_by, refused_at) values (?, ?, ?::jsonb, ?, ?, ?)",
                refusal.id(),
                refusal.claim(),
                json.write(refusal.document()),
                refusal.opinion(),
                refusal.refusedBy(),
                refusal.refusedAt());
    }

    void reopen(Refusal refusal, Refusal.Reopening reopening) {
        database.update(
                "update manual_refusal set reopened_by = ?, reopened_at = ?, reopened_why = ? where id = ? and reopened_at is null",
                reopening.by(),
                reopening.at(),
                reopening.why(),
                refusal.id());
    }

    /** The one in force. */
    Optional<Refusal> of(UUID claim) {
        return database.first("""
                select id, claim, document::text, opinion, refused_by, refused_at, reopened_by, reopened_at, reopened_why
                from manual_refusal where claim = ? and reopened_at is null
                """, this::refusal, claim);
    }

    private Refusal refusal(ResultSet row) throws SQLException {
        var reopenedAt = row.getObject(8, OffsetDateTime.class);
        return new Refusal(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                json.read(row.getString(3), Refusal.Document.class),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class),
                reopenedAt == null
                        ? Optional.empty()
                        : Optional.of(new Refusal.Reopening(row.getString(7), reopenedAt, row.getString(9))));
    }
}
