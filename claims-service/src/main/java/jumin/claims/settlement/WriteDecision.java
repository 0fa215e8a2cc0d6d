package jumin.claims.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.adjudication.AssembledBill;
import jumin.platform.sql.JsonColumn;
import jumin.regulation.settlement.SettlementDecision;

/** Writes a decision: only what is paid adds to the year. */
@ApplicationScoped
public class WriteDecision {

    private final Ledger ledger;
    private final JsonColumn json;
    private final Clock clock;

    WriteDecision(Ledger ledger, JsonColumn json, Clock clock) {
        this.ledger = ledger;
        this.json = json;
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
    public SettlementRow run(AssembledBill.Decided decided, YearToDate before, Source source) {
        var decision = decided.decision();
        var paid = decision instanceof SettlementDecision.Paid;
        var payers = Payers.of(decision.amounts(), decided.bill().totalAmount());
        return ledger.write(new Ledger.Write(
                row(decided, source, payers),
                before,
                decided.entries(),
                source.booking().of(payers, paid),
                new Settlements.Document(
                        json.write(decided.bill().bill()), decided.facts().canonicalJson(), decision.canonicalJson())));
    }

    private SettlementRow row(AssembledBill.Decided decided, Source source, Payers payers) {
        var bill = decided.bill();
        return new SettlementRow(
                SettlementId.next(clock),
                "",
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
                0,
                payers,
                bill.usedLaw(),
                LocalDate.ofInstant(clock.instant(), clock.getZone()),
                OffsetDateTime.now(clock),
                "");
    }
}
