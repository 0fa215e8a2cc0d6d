package jumin.claims.settlement;

import java.util.List;
import java.util.stream.Stream;
import jumin.claims.adjudication.AssembledBill;
import jumin.regulation.Money;

/** 记账分录: money leaves one account and arrives at another. The amount is positive; a reversal goes the other way. */
public record Posting(String from, String to, Money amount) {

    /** What each payer owes the provider for a bill. */
    public static List<Posting> of(Payers payers, AssembledBill bill, String provider) {
        var payable = "payable:" + provider;
        var received = "received:" + provider;
        return Stream.concat(
                        fund(payers, bill, payable),
                        Stream.of(
                                new Posting("third-party:" + person(bill), received, payers.thirdParty()),
                                new Posting("person:" + person(bill), received, payers.person())))
                .filter(Posting::moves)
                .toList();
    }

    /** The person has paid the provider; the fund owes the person its share. */
    public static List<Posting> reimbursement(Payers payers, AssembledBill bill) {
        return fund(payers, bill, due(bill)).filter(Posting::moves).toList();
    }

    /**
     * The provider has been paid by the old decision and keeps what it has: the difference is between fund and person.
     *
     * @param more what the fund pays more than before; negative when it pays less
     */
    public static List<Posting> difference(Money more, AssembledBill bill, String provider) {
        var toDue = new Posting("payable:" + provider, due(bill), more);
        var kept = new Posting("person:" + person(bill), "received:" + provider, more);
        return Stream.of(toDue, kept)
                .filter(posting -> !more.isZero())
                .map(posting -> more.isNegative() ? posting.backwards() : posting)
                .toList();
    }

    /** What an account has received less what it has given. */
    public static Money balance(List<Posting> postings, String account) {
        return postings.stream()
                .map(one -> one.to.equals(account)
                        ? one.amount
                        : one.from.equals(account) ? Money.ZERO.minus(one.amount) : Money.ZERO)
                .reduce(Money.ZERO, Money::plus);
    }

    private static Stream<Posting> fund(Payers payers, AssembledBill bill, String to) {
        var fund = "fund:" + bill.law().area();
        return Stream.of(
                new Posting(fund + ":pool", to, payers.pool()),
                new Posting(fund + ":critical-illness", to, payers.criticalIllness()),
                new Posting(fund + ":medical-assistance", to, payers.medicalAssistance()));
    }

    private static String due(AssembledBill bill) {
        return "due:" + person(bill);
    }

    private static String person(AssembledBill bill) {
        return bill.person().id().toString();
    }

    private boolean moves() {
        return !amount.isZero();
    }

    private Posting backwards() {
        return new Posting(to, from, Money.ZERO.minus(amount));
    }

    public Posting reversed() {
        return new Posting(to, from, amount);
    }
}
