package jumin.contribution.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.ledger.Posting;
import jumin.contribution.money.PaymentPosition;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/**
 * 退库 beside 入库、上解、退回: each is posted as it is told, and what then stands too far on is brought back. The tax organ pays a
 * 退库 and has it from where the money stands.
 */
@ApplicationScoped
public class RefundedMoney {

    private static final String REASON = "REFUND_STATION";

    private final Sql database;
    private final Ledger ledger;
    private final Clock clock;

    RefundedMoney(Sql database, Ledger ledger, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What is known of one payment.
     *
     * @param ordered to be paid back by 退库, and not reported yet
     * @param inTreasury what the books hold for it in the treasury; {@code inFiscal} in the fiscal account
     */
    private record Known(
            Money paid,
            MoneyStations.Told told,
            Money refunded,
            Money ordered,
            Money inTreasury,
            Money inFiscal,
            Optional<LocalDate> remittedOn) {

        MoneyStations stations() {
            return MoneyStations.of(paid, told, refunded);
        }
    }

    private Known known(UUID paymentId) {
        return database.first(
                        """
                        select p.amount_fen, t.received, t.remitted, t.returned, r.paid, r.ordered, g.treasury, g.fiscal,
                               t.remitted_on
                        from payment p
                             cross join lateral (
                                 select coalesce(sum(amount_fen) filter (where stage = 'RECEIVED'), 0) received,
                                        coalesce(sum(amount_fen) filter (where stage = 'REMITTED'), 0) remitted,
                                        coalesce(sum(amount_fen) filter (where stage = 'RETURNED'), 0) returned,
                                        max(confirmed_on) filter (where stage = 'REMITTED') remitted_on
                                 from treasury_receipt where payment_id = p.id) t
                             cross join lateral (
                                 select coalesce(sum(l.amount_fen) filter (where f.state = 'PAID'), 0) paid,
                                        coalesce(sum(l.amount_fen) filter (where f.state = 'ORDERED'), 0) ordered
                                 from refund_line l join refund f on f.id = l.refund_id
                                 where l.payment_id = p.id and f.channel = 'TAX') r
                             cross join lateral (
                                 select coalesce(sum(case 'TREASURY' when account_to then amount_fen
                                                     when account_from then -amount_fen end), 0) treasury,
                                        coalesce(sum(case 'FISCAL_ACCOUNT' when account_to then amount_fen
                                                     when account_from then -amount_fen end), 0) fiscal
                                 from posting where ref = p.id) g
                        where p.id = ?
                        """,
                        row -> new Known(
                                Money.ofFen(row.getLong(1)),
                                new MoneyStations.Told(
                                        Money.ofFen(row.getLong(2)),
                                        Money.ofFen(row.getLong(3)),
                                        Money.ofFen(row.getLong(4))),
                                Money.ofFen(row.getLong(5)),
                                Money.ofFen(row.getLong(6)),
                                Money.ofFen(row.getLong(7)),
                                Money.ofFen(row.getLong(8)),
                                Optional.ofNullable(row.getObject(9, LocalDate.class))),
                        paymentId)
                .orElseThrow();
    }

    /** What 退库 can still pay back of a payment; the rest has been handed up. */
    public Money withinReach(UUID paymentId) {
        return known(paymentId).stations().withinReach();
    }

    /** The day on which it was handed up, as far as the treasury says so. */
    public Optional<LocalDate> handedUpOn(UUID paymentId) {
        return known(paymentId).remittedOn();
    }

    /** By how much the treasury may tell less at a later stage: the part that was, or is about to be, paid back meanwhile. */
    Set<Money> leftOut(UUID paymentId) {
        var known = known(paymentId);
        return Stream.of(known.refunded(), known.refunded().plus(known.ordered()))
                .filter(amount -> !amount.isZero())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What does not fit, for whoever told the treasury's word of the whole voucher. */
    Optional<String> remark(UUID paymentId, TreasuryConfirmation said) {
        var known = known(paymentId);
        if (!known.refunded().isZero() && said.amount().equals(known.paid())) {
            return Optional.of(
                    "其中 " + known.refunded() + " 元已退库，不重复" + said.stage().title() + "，记账按余额。");
        }
        return known.ordered().isZero()
                        || said.stage() != TreasuryStage.REMITTED
                        || known.stations().withinReach().compareTo(known.ordered()) >= 0
                ? Optional.empty()
                : Optional.of("该税票有待付的退库 " + known.ordered() + " 元：上解前已退的请报结果，未退的请报失败，由支出户付款。");
    }

    /** Brings the books of a payment to where its money stands; under the lock of its voucher. Nothing where it stands there. */
    public void settle(PaymentPosition payment) {
        var known = known(payment.id());
        var wanted = known.stations();
        var on = LocalDate.now(clock);
        var whose = new Posting.Whose(
                payment.area(), payment.divisionPath(), payment.organ(), payment.personId(), payment.benefitYear());
        var upwards = wanted.fiscalAccount().minus(known.inFiscal());
        var inwards = wanted.treasury().plus(upwards).minus(known.inTreasury());
        var moves = new ArrayList<Posting>();
        moves.add(move(whose, new Way(Account.TAX_ORGAN, Account.TREASURY, inwards), payment.id(), on));
        moves.add(move(whose, new Way(Account.TREASURY, Account.FISCAL_ACCOUNT, upwards), payment.id(), on));
        ledger.post(moves);
    }

    /** @param amount below zero the other way round */
    private record Way(Account from, Account to, Money amount) {}

    private static Posting move(Posting.Whose whose, Way way, UUID payment, LocalDate on) {
        return (way.amount().isNegative()
                        ? new Posting(whose, way.to(), way.from(), Money.ZERO.minus(way.amount()), REASON, payment, on)
                        : new Posting(whose, way.from(), way.to(), way.amount(), REASON, payment, on))
                .inBookOf(payment);
    }
}
