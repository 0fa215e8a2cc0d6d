package jumin.contribution.acceptance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.sql.Sql;

/** The acceptances of all areas. */
@ApplicationScoped
class Acceptances {

    private static final String COLUMNS = "id, area, version, rule, in_force_from, decision_number, state, proposed_by,"
            + " proposed_at, decided_by, decided_at, state = 'PUBLISHED' and superseded_by is null";

    private final Sql database;

    Acceptances(Sql database) {
        this.database = database;
    }

    List<LawAcceptance> of(String area) {
        return database.list(
                "select " + COLUMNS + " from law_acceptance where area = ? order by rule, version",
                Acceptances::acceptance,
                area);
    }

    Optional<LawAcceptance> find(UUID id) {
        return database.first("select " + COLUMNS + " from law_acceptance where id = ?", Acceptances::acceptance, id);
    }

    /** Waits for whoever is just deciding it. */
    Optional<LawAcceptance> lock(UUID id) {
        return database.first(
                "select " + COLUMNS + " from law_acceptance where id = ? for update", Acceptances::acceptance, id);
    }

    void add(LawAcceptance acceptance) {
        database.update(
                """
                insert into law_acceptance (id, area, version, rule, in_force_from, decision_number, state, proposed_by,
                       proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                acceptance.acceptanceId(),
                acceptance.area(),
                acceptance.version(),
                acceptance.rule(),
                acceptance.inForceFrom(),
                acceptance.decisionNumber(),
                acceptance.state(),
                acceptance.proposedBy(),
                acceptance.proposedAt());
    }

    /** The one in force gives way. */
    void supersede(LawAcceptance next) {
        database.update(
                "update law_acceptance set superseded_by = ? where area = ? and rule = ? and state = 'PUBLISHED'"
                        + " and superseded_by is null",
                next.acceptanceId(),
                next.area(),
                next.rule());
    }

    void decide(UUID id, LawAcceptance.State state, String by, OffsetDateTime at) {
        database.update(
                "update law_acceptance set state = ?, decided_by = ?, decided_at = ? where id = ?", state, by, at, id);
    }

    private static LawAcceptance acceptance(ResultSet row) throws SQLException {
        return new LawAcceptance(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                LawAcceptance.State.valueOf(row.getString(7)),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class),
                row.getString(10),
                row.getObject(11, OffsetDateTime.class),
                row.getBoolean(12));
    }
}
