package jumin.contribution.refund;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.regulation.Money;

/** 退费单 as stored. */
record RefundCase(
        UUID id,
        Where where,
        Optional<UUID> personId,
        int benefitYear,
        String cause,
        Optional<LocalDate> eventDate,
        Money amount,
        boolean endsLevy,
        Terms terms,
        String verdict,
        String payeeMasked,
        State state,
        int attempt,
        Hands hands,
        Optional<String> documentNo,
        Optional<LocalDate> paidOn,
        String note) {

    /** 退费状态 */
    enum State {
        REQUESTED("待复核"),
        ORDERED("已下达"),
        FAILED("付款失败"),
        PAID("已退"),
        REJECTED("不予办理"),
        WITHDRAWN("已撤回");

        private final String title;

        State(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /** Somebody still has to do something. */
        boolean isOpen() {
            return this == REQUESTED || this == ORDERED || this == FAILED;
        }
    }

    /**
     * How it is paid.
     *
     * @param payableFrom the first day on which it may be paid, where the text names one
     */
    record Terms(Channel channel, Optional<LocalDate> payableFrom, Payee payee) {}

    /** 退库 by the tax organ, or 支出户 when the money has been handed up. */
    enum Channel {
        TAX("税务退库"),
        EXPENDITURE("支出户付款");

        private final String title;

        Channel(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** 收款人 as a relation; ORIGINAL goes back where it came from. */
    enum Payee {
        ORIGINAL("原路退回"),
        SELF("本人"),
        GUARDIAN("监护人"),
        HEIR("继承人"),
        AGENT("受托人");

        private final String title;

        Payee(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** Where it belongs. */
    record Where(String area, String divisionPath, String organ) {}

    /** Who asked and who decided. */
    record Hands(
            String requestedBy,
            OffsetDateTime requestedAt,
            Optional<String> decidedBy,
            Optional<OffsetDateTime> decidedAt) {}
}
