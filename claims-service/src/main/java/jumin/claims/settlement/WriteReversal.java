package jumin.claims.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jumin.claims.accumulation.YearToDate;

/** Writes the opposite of a settlement: its entries and its postings the other way round. */
@ApplicationScoped
public class WriteReversal {

    private static final Settlements.Document NO_DOCUMENT = new Settlements.Document(null, null, null);

    private final Settlements settlements;
    private final Ledger ledger;
    private final Clock clock;

    WriteReversal(Settlements settlements, Ledger ledger, Clock clock) {
        this.settlements = settlements;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Who asked for it and why; {@code redo} where nobody of the provider did. */
    public record Source(String messageId, String reason, Optional<SettlementRow.Redone> redone) {}

    /** The caller has locked the year. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SettlementRow run(SettlementRow original, YearToDate before, Source source) {
        var entries = settlements.entries(original.id()).stream()
                .map(YearToDate.Entry::reversed)
                .toList();
        var postings = settlements.postings(original.id()).stream()
                .map(Posting::reversed)
                .toList();
        return ledger.write(new Ledger.Write(red(original, source), before, entries, postings, NO_DOCUMENT));
    }

    private SettlementRow red(SettlementRow original, Source source) {
        return new SettlementRow(
                SettlementId.next(clock),
                "",
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
                0,
                original.payers().reversed(),
                original.law(),
                LocalDate.ofInstant(clock.instant(), clock.getZone()),
                OffsetDateTime.now(clock),
                source.reason());
    }
}
