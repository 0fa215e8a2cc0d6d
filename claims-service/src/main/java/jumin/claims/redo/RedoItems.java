package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.Payers;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.SettlementViews;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** 待重算清单. Row-level security decides whose. */
@ApplicationScoped
class RedoItems {

    private static final String OPEN = """
            insert into redo_item (settlement_id, person_id, benefit_year, division_path, new_outcome, changed, pool_fen,
                critical_illness_fen, medical_assistance_fen, third_party_fen, person_fen, detected_at)
            values (?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?)
            on conflict (settlement_id) do update set new_outcome = excluded.new_outcome, changed = excluded.changed,
                pool_fen = excluded.pool_fen, critical_illness_fen = excluded.critical_illness_fen,
                medical_assistance_fen = excluded.medical_assistance_fen, third_party_fen = excluded.third_party_fen,
                person_fen = excluded.person_fen, state = 'OPEN', closed_by = null, closing_reason = null, failure = null,
                detected_at = case redo_item.state when 'OPEN' then redo_item.detected_at else excluded.detected_at end
            where redo_item.state <> 'DONE' and (redo_item.state, redo_item.new_outcome, redo_item.changed, redo_item.pool_fen,
                redo_item.critical_illness_fen, redo_item.medical_assistance_fen, redo_item.third_party_fen,
                redo_item.person_fen) is distinct from ('OPEN', excluded.new_outcome, excluded.changed, excluded.pool_fen,
                excluded.critical_illness_fen, excluded.medical_assistance_fen, excluded.third_party_fen, excluded.person_fen)
            """;

    private static final String VIEW = """
            select i.settlement_id, s.number, i.person_id, i.benefit_year, s.person_name_masked, s.provider, s.outcome,
                   i.new_outcome, i.changed, i.pool_fen, i.critical_illness_fen, i.medical_assistance_fen,
                   i.third_party_fen, i.person_fen, i.detected_at, i.state, i.redo, i.closed_by, i.closing_reason,
                   i.failure
            from redo_item i join settlement s on s.id = i.settlement_id
            """;

    private final Sql database;
    private final RedoItemSteps steps;
    private final Clock clock;

    RedoItems(Sql database, RedoItemSteps steps, Clock clock) {
        this.steps = steps;
        this.database = database;
        this.clock = clock;
    }

    /** Differences that somebody with the right has left as they are. */
    Map<SettlementId, Chain.Left> dismissed(List<SettlementId> decisions) {
        var dismissed = new HashMap<SettlementId, Chain.Left>();
        database.list(
                        VIEW + "where i.state = 'DISMISSED' and i.settlement_id = any (?::uuid[])",
                        row -> Map.entry(new SettlementId(row.getObject(1, UUID.class)), left(row)),
                        new Sql.ArrayOf(
                                "uuid",
                                decisions.stream().map(SettlementId::value).toList()))
                .forEach(one -> dismissed.put(one.getKey(), one.getValue()));
        return dismissed;
    }

    private static Chain.Left left(ResultSet row) throws SQLException {
        return new Chain.Left(
                SettlementRow.Outcome.valueOf(row.getString(8)),
                Arrays.asList((String[]) row.getArray(9).getArray()),
                payers(row));
    }

    /** Why the items of a person-year could not be redone; they stay open. */
    void failed(PersonYear year, String reason) {
        database.update(
                "update redo_item set failure = ? where person_id = ? and benefit_year = ? and state = 'OPEN'",
                reason,
                year.person().value(),
                year.benefitYear());
    }

    /** Each record of the person has its own part of the list. */
    void replaceAll(Candidates.Standing standing, List<Renewed.Outcome> different) {
        standing.ledgers()
                .forEach(ledger -> replace(
                        ledger,
                        different.stream()
                                .filter(one -> one.old().year().equals(ledger))
                                .toList()));
    }

    /** The list of a person-year is what would come out another way now; the rest of it is no longer to do. */
    void replace(PersonYear year, List<Renewed.Outcome> different) {
        var ids = different.stream().map(one -> one.old().id().value()).toList();
        steps.move(
                """
                update redo_item set state = 'GONE' where person_id = ? and benefit_year = ? and state = 'OPEN'
                    and not settlement_id = any (?::uuid[])
                """, RedoItemSteps.By.WATCH, year.person().value(), year.benefitYear(), new Sql.ArrayOf("uuid", ids));
        different.forEach(one -> open(year, one));
    }

    private void open(PersonYear year, Renewed.Outcome outcome) {
        var difference = outcome.difference();
        steps.move(
                OPEN,
                RedoItemSteps.By.WATCH,
                outcome.old().id().value(),
                year.person().value(),
                year.benefitYear(),
                outcome.old().origin().divisionPath(),
                SettlementViews.outcome(outcome.decided().decision()),
                outcome.changed(),
                difference.pool().fen(),
                difference.criticalIllness().fen(),
                difference.medicalAssistance().fen(),
                difference.thirdParty().fen(),
                difference.person().fen(),
                OffsetDateTime.now(clock));
    }

    /** Nobody leaves one as it is, or takes that back, while a person-year is looked at or redone. Always in one order. */
    void lock(List<PersonYear> ledgers) {
        database.list(
                "select settlement_id from redo_item where (person_id, benefit_year) in"
                        + " (select * from unnest(?::uuid[], ?::int[])) order by settlement_id for update",
                row -> row.getString(1),
                new Sql.ArrayOf(
                        "uuid",
                        ledgers.stream().map(one -> one.person().value()).toList()),
                new Sql.ArrayOf(
                        "int", ledgers.stream().map(PersonYear::benefitYear).toList()));
    }

    void done(PersonYear year, UUID redo, RedoItemSteps.By by) {
        steps.move(
                "update redo_item set state = 'DONE', redo = ?, closed_by = ?, failure = null"
                        + " where person_id = ? and benefit_year = ? and state = 'OPEN'",
                by,
                redo,
                by.who(),
                year.person().value(),
                year.benefitYear());
    }

    /** False when it is not to do. */
    boolean dismiss(SettlementId settlement, RedoItemSteps.By by) {
        return steps.move(
                        "update redo_item set state = 'DISMISSED', closed_by = ?, closing_reason = ?, failure = null"
                                + " where settlement_id = ? and state = 'OPEN'",
                        by,
                        by.who(),
                        by.reason(),
                        settlement.value())
                == 1;
    }

    /** False when it was not left as it is. */
    boolean reopen(SettlementId settlement, RedoItemSteps.By by) {
        return steps.move(
                        "update redo_item set state = 'OPEN', closed_by = null, closing_reason = null, detected_at = ?::timestamptz"
                                + " where settlement_id = ? and state = 'DISMISSED'",
                        by,
                        OffsetDateTime.now(clock),
                        settlement.value())
                == 1;
    }

    Optional<RedoItemView> find(SettlementId settlement) {
        return database.first(VIEW + "where i.settlement_id = ?", RedoItems::view, settlement.value());
    }

    List<RedoItemView> page(String state, int benefitYear, String after, int limit) {
        return database.list(
                VIEW + "where i.state = ? and i.benefit_year = ? and i.settlement_id > ?::uuid"
                        + " order by i.settlement_id limit ?",
                RedoItems::view,
                state,
                benefitYear,
                after,
                limit);
    }

    /** The next person-year of open items, in a fixed order: of some decisions. */
    Optional<PersonYear> nextOpen(List<SettlementId> settlements, PersonYear after) {
        return database.first(
                "select person_id, benefit_year from redo_item where state = 'OPEN'"
                        + " and settlement_id = any (?::uuid[]) and (person_id, benefit_year) > (?, ?)"
                        + " order by 1, 2 limit 1",
                RedoItems::year,
                new Sql.ArrayOf(
                        "uuid", settlements.stream().map(SettlementId::value).toList()),
                after.person().value(),
                after.benefitYear());
    }

    /** The same: of all of a benefit year. */
    Optional<PersonYear> nextOpen(int benefitYear, PersonYear after) {
        return database.first(
                "select person_id, benefit_year from redo_item where state = 'OPEN' and benefit_year = ?"
                        + " and (person_id, benefit_year) > (?, ?) order by 1, 2 limit 1",
                RedoItems::year,
                benefitYear,
                after.person().value(),
                after.benefitYear());
    }

    private static PersonYear year(ResultSet row) throws SQLException {
        return new PersonYear(new PersonId(row.getObject(1, UUID.class)), row.getInt(2));
    }

    private static RedoItemView view(ResultSet row) throws SQLException {
        return new RedoItemView(
                new SettlementId(row.getObject(1, UUID.class)),
                row.getString(2),
                new PersonId(row.getObject(3, UUID.class)),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                SettlementRow.Outcome.valueOf(row.getString(7)),
                SettlementRow.Outcome.valueOf(row.getString(8)),
                Arrays.asList((String[]) row.getArray(9).getArray()),
                Difference.of(payers(row)),
                row.getObject(15, OffsetDateTime.class),
                RedoItemView.State.valueOf(row.getString(16)),
                row.getObject(17, UUID.class),
                row.getString(18),
                row.getString(19),
                row.getString(20));
    }

    private static Payers payers(ResultSet row) throws SQLException {
        return new Payers(
                Money.ZERO,
                Money.ofFen(row.getLong(10)),
                Money.ofFen(row.getLong(11)),
                Money.ofFen(row.getLong(12)),
                Money.ofFen(row.getLong(13)),
                Money.ofFen(row.getLong(14)));
    }
}
