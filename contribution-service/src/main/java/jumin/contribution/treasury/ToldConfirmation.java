package jumin.contribution.treasury;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.regulation.Money;

/**
 * 国库确认 as it was reported.
 *
 * @param attempt which time the voucher was received: another one begins after it went back
 */
record ToldConfirmation(
        UUID id,
        TreasuryStage stage,
        Money amount,
        LocalDate confirmedOn,
        String documentNo,
        int attempt,
        Standing standing) {

    /** Whether it holds. */
    enum Standing {
        STANDS,
        /** Of an attempt that went back to the tax organ. */
        RETURNED,
        /** Found to be wrong by two persons. */
        REVERSED
    }

    boolean stands() {
        return standing == Standing.STANDS;
    }

    /**
     * The same message again; a document's number that only one of both names does not tell them apart, unless this one is
     * over: whoever names a number then means another.
     */
    boolean says(TreasuryConfirmation said, boolean over) {
        var document = said.documentNo() == null ? "" : said.documentNo();
        return stage == said.stage()
                && amount.equals(said.amount())
                && confirmedOn.equals(said.confirmedOn())
                && (document.isBlank() || document.equals(documentNo) || documentNo.isBlank() && !over);
    }

    /** Reversed, or gone back to the tax organ by a day. */
    boolean isOver(List<ToldConfirmation> told, LocalDate by) {
        return standing == Standing.REVERSED
                || (stage == TreasuryStage.RECEIVED || standing == Standing.RETURNED)
                        && told.stream().anyMatch(other -> other.sentBack(attempt, by));
    }

    private boolean sentBack(int which, LocalDate by) {
        return stage == TreasuryStage.RETURNED
                && standing != Standing.REVERSED
                && attempt == which
                && !confirmedOn.isAfter(by);
    }
}
