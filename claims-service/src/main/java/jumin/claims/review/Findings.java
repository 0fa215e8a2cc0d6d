package jumin.claims.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.SettlementId;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** Findings and their rules; row-level security decides which findings. */
@ApplicationScoped
class Findings {

    private static final String RULE = "f.area, f.rule, f.rule_title, f.rule_instrument, f.rule_article, f.rule_quote";

    private static final String COLUMNS = "select " + RULE + """
            , f.id, f.provider, f.division_path, f.person_id, f.settlement_id, f.encounter_id, f.detail, f.amount_fen,
              f.raised_by, f.raised_on, f.answer_by, f.state, f.answer, f.decision, f.decided_by, f.appeal,
              f.upheld_by, f.upheld_fen, f.extension
            from finding f
            """;

    private final Sql database;

    Findings(Sql database) {
        this.database = database;
    }

    /** False where the service has said the same before. */
    boolean insert(Finding finding) {
        return database.update(
                        """
                insert into finding (id, area, rule, rule_title, rule_instrument, rule_article, rule_quote, provider,
                                     division_path, person_id, settlement_id, encounter_id, detail, amount_fen, raised_by,
                                     raised_on, answer_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                        finding.id(),
                        finding.rule().area(),
                        finding.rule().code(),
                        finding.rule().title(),
                        finding.rule().instrument(),
                        finding.rule().article(),
                        finding.rule().quote(),
                        finding.subject().provider(),
                        finding.subject().divisionPath(),
                        finding.subject().person().value(),
                        finding.subject().settlement(),
                        finding.subject().encounter(),
                        finding.detail(),
                        finding.amount().fen(),
                        finding.raisedBy(),
                        finding.raisedOn(),
                        finding.answerBy())
                == 1;
    }

    Optional<Finding> find(UUID id) {
        return database.first(COLUMNS + "where f.id = ?", Findings::finding, id);
    }

    List<Finding> of(String state, String provider, String person, UUID after, int limit) {
        return database.list(
                COLUMNS + "where f.state = ? and (? = '' or f.provider = ?)"
                        + " and (? = '' or f.person_id::text = ?) and f.id > ? order by f.id limit ?",
                Findings::finding,
                state,
                provider,
                provider,
                person,
                person,
                after,
                limit);
    }

    /** False when somebody else has moved it meanwhile. */
    boolean move(Finding from, FindingState to, Finding.Words words, Finding.Held held, LocalDate answerBy) {
        return database.update(
                        "update finding set state = ?, answer_by = ?, answer = ?, decision = ?, decided_by = ?, appeal = ?,"
                                + " upheld_by = ?, upheld_fen = ?, extension = ? where id = ? and state = ? and answer_by = ?",
                        to,
                        answerBy,
                        words.answer(),
                        words.decision(),
                        words.decidedBy(),
                        words.appeal(),
                        words.upheldBy(),
                        held.upheld().map(Money::fen),
                        held.extension(),
                        from.id(),
                        from.state(),
                        from.answerBy())
                == 1;
    }

    /** 机构冲正: what is not final yet has nothing to rest on, in whatever form of the care it was found. */
    List<UUID> drop(SettlementId settlement, String reason) {
        return database.list(
                "update finding set state = 'DROPPED', decision = ?, decided_by = null"
                        + " where settlement_id in (select id from decisions_before(?))"
                        + " and state not in ('FINAL', 'DROPPED') returning id",
                row -> row.getObject(1, UUID.class),
                reason,
                settlement.value());
    }

    /** The rules by which the service has found something in earlier forms of a decision. */
    Set<String> rulesBefore(SettlementId settlement, String by) {
        return Set.copyOf(database.list(
                "select distinct rule from finding"
                        + " where settlement_id in (select id from decisions_before(?)) and raised_by = ?",
                row -> row.getString(1),
                settlement.value(),
                by));
    }

    private static ReviewRule rule(ResultSet row) throws SQLException {
        return new ReviewRule(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getObject(7, UUID.class),
                rule(row),
                new Finding.Subject(
                        row.getString(8),
                        row.getString(9),
                        new PersonId(row.getObject(10, UUID.class)),
                        Optional.ofNullable(row.getObject(11, UUID.class)),
                        Optional.ofNullable(row.getObject(12, UUID.class))),
                row.getString(13),
                Money.ofFen(row.getLong(14)),
                row.getString(15),
                row.getObject(16, LocalDate.class),
                row.getObject(17, LocalDate.class),
                FindingState.valueOf(row.getString(18)),
                new Finding.Words(
                        Optional.ofNullable(row.getString(19)),
                        Optional.ofNullable(row.getString(20)),
                        Optional.ofNullable(row.getString(21)),
                        Optional.ofNullable(row.getString(22)),
                        Optional.ofNullable(row.getString(23))),
                new Finding.Held(
                        Optional.ofNullable(row.getObject(24, Long.class)).map(Money::ofFen),
                        Optional.ofNullable(row.getString(25))));
    }
}
