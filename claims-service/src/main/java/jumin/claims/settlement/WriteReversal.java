package jumin.claims.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import jumin.claims.accumulation.YearSoFar;
import jumin.claims.accumulation.YearToDate;

/** Writes the opposite of a settlement: its entries and its postings the other way round. */
@ApplicationScoped
public class WriteReversal {

    private final Settlements settlements;
    private final Ledger ledger;
    private final Event<WrittenReversal> written;
    private final Clock clock;

    WriteReversal(Settlements settlements, Ledger ledger, Event<WrittenReversal> written, Clock clock) {
        this.settlements = settlements;
        this.ledger = ledger;
        this.written = written;
        this.clock = clock;
    }

    /** Who asked for it and why; {@code redo} where nobody of the provider did. */
    public record Source(String messageId, String reason, Optional<SettlementRow.Redone> redone) {}

    /** The caller has locked the year. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SettlementRow run(SettlementRow original, YearSoFar before, Source source) {
        var entries = settlements.entries(original.id()).stream()
                .map(YearToDate.Entry::reversed)
                .toList();
        var postings = settlements.postings(original.id()).stream()
                .map(Posting::reversed)
                .toList();
        var red = ledger.write(new Ledger.Write(
                red(original, source, before.version() + 1),
                before,
                entries,
                postings,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        written.fire(new WrittenReversal(original, red));
        return red;
    }

    private SettlementRow red(SettlementRow original, Source source, long yearVersion) {
        var now = OffsetDateTime.now(clock);
        return new SettlementRow(
                SettlementId.next(clock),
                Settlements.number(now.toLocalDate(), settlements.nextOfSequence()),
                SettlementRow.Kind.REVERSAL,
                Optional.of(original.id()),
                source.redone(),
                SettlementRow.Outcome.PAID,
                new SettlementRow.Origin(
                        original.origin().provider(),
                        source.messageId(),
                        original.origin().divisionPath(),
                        original.origin().personName(),
                        original.origin().personIdNumber()),
                original.year(),
                yearVersion,
                original.payers().reversed(),
                original.law(),
                now.toLocalDate(),
                now,
                source.reason());
    }
}
