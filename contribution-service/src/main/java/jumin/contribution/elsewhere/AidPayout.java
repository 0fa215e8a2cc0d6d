package jumin.contribution.elsewhere;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.regulation.Money;

/** 异地参保资助的拨付 as stored: what was granted to whom, and how far its payment is. */
record AidPayout(
        UUID claimId,
        long seq,
        Whose whose,
        Money amount,
        Grounds grounds,
        State state,
        int attempt,
        Payee payee,
        Hands hands,
        Paper paid,
        Paper recovered,
        List<AidReceipt> receipts,
        String note,
        OffsetDateTime changedAt) {

    /** 已追回到账的. */
    Money received() {
        return receipts.stream()
                .filter(AidReceipt::stands)
                .map(AidReceipt::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** 尚未追回的; of what is paid and withdrawn. */
    Money outstanding() {
        return amount.minus(received());
    }

    AidPayout with(List<AidReceipt> came) {
        return new AidPayout(
                claimId,
                seq,
                whose,
                amount,
                grounds,
                state,
                attempt,
                payee,
                hands,
                paid,
                recovered,
                List.copyOf(came),
                note,
                changedAt);
    }

    /** 拨付状态 */
    enum State {
        DUE("待登记收款账户"),
        PREPARED("待复核"),
        ORDERED("已下达付款"),
        FAILED("付款失败"),
        PAID("已付"),
        WITHDRAWN("已撤回，未付"),
        TO_RECOVER("已付后撤回，待追回"),
        RECOVERED("已追回");

        private final String title;

        State(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /** The money has left the expenditure account at some time. */
        boolean wasPaid() {
            return this == PAID || this == TO_RECOVER || this == RECOVERED;
        }

        /** The claim still stands. */
        boolean stands() {
            return this != WITHDRAWN && this != TO_RECOVER && this != RECOVERED;
        }
    }

    /** Whose it is, and where that person is. */
    record Whose(String area, String divisionPath, UUID personId, int benefitYear) {}

    /** By what it was granted, and who bears it. */
    record Grounds(String category, String payer, String article) {}

    /** 收款账户; empty texts while none is named. */
    record Payee(String sealed, String masked, String relation) {}

    /** Who named the account, who ordered the payment and when. */
    record Hands(Optional<String> preparedBy, Optional<String> orderedBy, Optional<OffsetDateTime> orderedAt) {}

    /** A document of the bank and its day. */
    record Paper(Optional<String> documentNo, Optional<LocalDate> on) {}
}
