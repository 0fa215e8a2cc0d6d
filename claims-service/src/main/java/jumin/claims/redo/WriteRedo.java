package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.accumulation.PersonYears;
import jumin.claims.accumulation.YearSoFar;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.payout.DuePerson;
import jumin.claims.payout.SetOff;
import jumin.claims.settlement.Payers;
import jumin.claims.settlement.Posting;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.Settlements;
import jumin.claims.settlement.WriteDecision;
import jumin.claims.settlement.WriteReversal;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** Writes what comes out another way: the old decisions reversed, the latest first, and the new ones in their order. */
@ApplicationScoped
public class WriteRedo {

    private final WriteDecision decisions;
    private final WriteReversal reversals;
    private final Settlements settlements;
    private final SetOff payouts;
    private final Sql database;
    private final Clock clock;

    WriteRedo(
            WriteDecision decisions,
            WriteReversal reversals,
            Settlements settlements,
            SetOff payouts,
            Sql database,
            Clock clock) {
        this.decisions = decisions;
        this.reversals = reversals;
        this.settlements = settlements;
        this.payouts = payouts;
        this.database = database;
        this.clock = clock;
    }

    /** Why it is done, and at whose order. */
    record Order(Cause cause, PersonYear year, String provider, String divisionPath, String reason, String by) {}

    /** One decision that was replaced. */
    record Line(SettlementRow old, SettlementRow replacement, Payers difference) {}

    /** A redo that was written. */
    record Written(UUID id, List<Line> lines) {}

    /** The caller has locked the ledgers; {@code now} are their sums. */
    @Transactional(Transactional.TxType.MANDATORY)
    Written run(Order order, PersonYears.Ledgers now, List<Renewed.Outcome> different) {
        var id = TimeOrderedId.next();
        var running = new HashMap<>(now.own());
        for (var outcome : different.reversed()) {
            running.computeIfPresent(outcome.old().year(), (year, sums) -> reverse(id, order, sums, outcome));
        }
        var lines = new ArrayList<Line>();
        for (var outcome : different) {
            var year = outcome.decided().bill().year();
            var row = decisions.run(outcome.decided(), running.get(year), source(id, outcome));
            running.computeIfPresent(
                    year, (any, sums) -> sums.plus(outcome.decided().entries()));
            lines.add(new Line(outcome.old(), row, outcome.difference()));
        }
        store(id, order, lines);
        lines.forEach(line -> due(order, line));
        return new Written(id, lines);
    }

    private YearSoFar reverse(UUID id, Order order, YearSoFar running, Renewed.Outcome outcome) {
        var old = outcome.old();
        if (old.outcome() != SettlementRow.Outcome.PAID
                && settlements.postings(old.id()).isEmpty()) {
            return running;
        }
        var redone = new SettlementRow.Redone(id, Optional.empty(), old.place());
        reversals.run(old, running, new WriteReversal.Source("R:" + old.id(), order.reason(), Optional.of(redone)));
        return running.plus(outcome.renewed().oldEntries().stream()
                .map(YearToDate.Entry::reversed)
                .toList());
    }

    private WriteDecision.Source source(UUID id, Renewed.Outcome outcome) {
        var old = outcome.old();
        return new WriteDecision.Source(
                old.origin().provider(),
                "N:" + old.id(),
                Optional.of(new SettlementRow.Redone(id, Optional.of(old.id()), old.place())),
                (payers, paid) -> postings(outcome, payers, paid));
    }

    /** A provider keeps what the old decision gave it; of a reimbursement all is between fund and person. */
    private List<Posting> postings(Renewed.Outcome outcome, Payers payers, boolean paid) {
        var provider = outcome.old().origin().provider();
        var bill = outcome.renewed().bill();
        if (provider.equals(Settlements.NO_PROVIDER)) {
            return paid ? Posting.reimbursement(payers, bill) : List.of();
        }
        var kept = Posting.balance(settlements.postings(outcome.old().id()), "payable:" + provider);
        var more = payers.fund().minus(kept);
        return Stream.concat(
                        Posting.of(payers, bill, provider).stream(), Posting.difference(more, bill, provider).stream())
                .toList();
    }

    private void due(Order order, Line line) {
        var more = line.difference().fund();
        if (more.isZero()) {
            return;
        }
        var due = new DuePerson(
                line.replacement().year().person(),
                line.replacement().law().area(),
                order.divisionPath(),
                line.replacement().id(),
                more);
        if (line.replacement().origin().provider().equals(Settlements.NO_PROVIDER)) {
            payouts.differenceOfReimbursement(due);
        } else {
            payouts.difference(due);
        }
    }

    private void store(UUID id, Order order, List<Line> lines) {
        database.update(
                """
                insert into redo (id, cause, person_id, benefit_year, provider, division_path, reason, ordered_by,
                                  occurred_on, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                order.cause(),
                order.year().person().value(),
                order.year().benefitYear(),
                order.provider(),
                order.divisionPath(),
                order.reason(),
                order.by(),
                LocalDate.ofInstant(clock.instant(), clock.getZone()),
                OffsetDateTime.now(clock));
        database.updateAll("""
                insert into redo_line (redo, settlement_id, replaced_by, provider, division_path, pool_fen,
                                       critical_illness_fen, medical_assistance_fen, third_party_fen, person_fen)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, lines.stream().map(line -> values(id, line)).toList());
    }

    private static Object[] values(UUID id, Line line) {
        var difference = line.difference();
        return new Object[] {
            id,
            line.old().id().value(),
            line.replacement().id().value(),
            line.old().origin().provider(),
            line.old().origin().divisionPath(),
            difference.pool().fen(),
            difference.criticalIllness().fen(),
            difference.medicalAssistance().fen(),
            difference.thirdParty().fen(),
            difference.person().fen()
        };
    }
}
