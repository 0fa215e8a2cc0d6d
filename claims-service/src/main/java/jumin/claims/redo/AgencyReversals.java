package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.platform.sql.Sql;

/** Reversals by the agency; row-level security decides whose. */
@ApplicationScoped
class AgencyReversals {

    private static final String COLUMNS =
            "select id, settlement_id, provider, reason, asked_by, asked_on, state, decided_by, opinion, reversal_id,"
                    + " division_path from agency_reversal ";

    private final Sql database;

    AgencyReversals(Sql database) {
        this.database = database;
    }

    /** One with where it belongs. */
    record Found(AgencyReversalView view, String divisionPath) {}

    /** Who asked, why and when. */
    record Asked(String reason, String by, LocalDate on) {}

    void insert(UUID id, SettlementRow settlement, Asked asked) {
        database.update(
                "insert into agency_reversal (id, settlement_id, provider, division_path, reason, asked_by, asked_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                settlement.id().value(),
                settlement.origin().provider(),
                settlement.origin().divisionPath(),
                asked.reason(),
                asked.by(),
                asked.on());
    }

    /** False when it has been decided already. */
    boolean decide(UUID id, String by, String opinion, Optional<SettlementId> reversal) {
        return database.update(
                        "update agency_reversal set state = ?, decided_by = ?, opinion = ?, reversal_id = ?::uuid"
                                + " where id = ? and state = 'ASKED'",
                        reversal.isPresent() ? AgencyReversalView.State.DONE : AgencyReversalView.State.REJECTED,
                        by,
                        opinion,
                        reversal.map(SettlementId::value),
                        id)
                == 1;
    }

    Optional<Found> find(UUID id) {
        return database.first(COLUMNS + "where id = ?", AgencyReversals::found, id);
    }

    /** For its decision, which only one makes. */
    Optional<Found> lock(UUID id) {
        return database.first(COLUMNS + "where id = ? for update", AgencyReversals::found, id);
    }

    List<Found> page(AgencyReversalView.State state, UUID after, int limit) {
        return database.list(
                COLUMNS + "where state = ? and id > ? order by id limit ?",
                AgencyReversals::found,
                state,
                after,
                limit);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                new AgencyReversalView(
                        row.getObject(1, UUID.class),
                        new SettlementId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        AgencyReversalView.State.valueOf(row.getString(7)),
                        row.getString(8),
                        row.getString(9),
                        Optional.ofNullable(row.getObject(10, UUID.class))
                                .map(SettlementId::new)
                                .orElse(null)),
                row.getString(11));
    }
}
