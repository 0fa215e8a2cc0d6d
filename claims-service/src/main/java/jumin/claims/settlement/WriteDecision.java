package jumin.claims.settlement;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.claims.accumulation.YearSoFar;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.adjudication.DecisionDocument;
import jumin.platform.sql.JsonColumn;
import jumin.regulation.settlement.SettlementDecision;

/** Writes a decision: only what is paid adds to the year. */
@Singleton
public class WriteDecision {

    private final Ledger ledger;
    private final Settlements settlements;
    private final JsonColumn json;
    private final Event<WrittenDecision> written;
    private final Clock clock;

    WriteDecision(
            Ledger ledger, Settlements settlements, JsonColumn json, Event<WrittenDecision> written, Clock clock) {
        this.ledger = ledger;
        this.settlements = settlements;
        this.json = json;
        this.written = written;
        this.clock = clock;
    }

    /** Whose money moves how, once it is known who pays what; empty where none does. */
    @FunctionalInterface
    public interface Booking {
        List<Posting> of(Payers payers, boolean paid);
    }

    /** Where the decision comes from. */
    public record Source(String provider, String messageId, Optional<SettlementRow.Redone> redone, Booking booking) {}

    /** The caller has locked the year. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SettlementRow run(AssembledBill.Decided decided, YearSoFar before, Source source) {
        var row = ledger.write(prepare(decided, before, source, settlements.nextOfSequence()));
        tell(row, decided);
        return row;
    }

    /** On which a decision of now is made. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** In the transaction that writes it. */
    void tell(SettlementRow row, AssembledBill.Decided decided) {
        written.fire(new WrittenDecision(row, decided));
    }

    /** What is to be written. */
    Ledger.Write prepare(AssembledBill.Decided decided, YearSoFar before, Source source, long sequence) {
        var decision = decided.decision();
        var paid = decision instanceof SettlementDecision.Paid;
        var payers = Payers.of(decision.amounts(), decided.bill().totalAmount());
        var row = row(decided, source, payers, new Place(before.version() + 1, sequence));
        return new Ledger.Write(
                row,
                before,
                decided.entries(),
                source.booking().of(payers, paid),
                Optional.of(new DecisionDocument(
                        json.write(decided.bill().bill()), decided.facts().canonicalJson(), decision.canonicalJson())),
                paid ? Optional.of(PaidCare.of(decided.bill().bill(), row.id())) : Optional.empty(),
                Optional.empty());
    }

    /** Where a record stands in its year and among all. */
    private record Place(long yearVersion, long sequence) {}

    private SettlementRow row(AssembledBill.Decided decided, Source source, Payers payers, Place place) {
        var bill = decided.bill();
        var now = OffsetDateTime.now(clock);
        return new SettlementRow(
                SettlementId.next(clock),
                Settlements.number(now.toLocalDate(), place.sequence()),
                SettlementRow.Kind.SETTLEMENT,
                Optional.empty(),
                source.redone(),
                SettlementViews.outcome(decided.decision()),
                new SettlementRow.Origin(
                        source.provider(),
                        source.messageId(),
                        bill.person().divisionPath(),
                        bill.bill().personName(),
                        bill.bill().personIdNumber()),
                bill.year(),
                place.yearVersion(),
                payers,
                bill.usedLaw(),
                now.toLocalDate(),
                now,
                "");
    }
}
