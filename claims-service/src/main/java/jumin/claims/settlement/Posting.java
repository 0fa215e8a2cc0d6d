package jumin.claims.settlement;

import java.util.List;
import java.util.stream.Stream;
import jumin.claims.insured.PersonId;
import jumin.regulation.Money;

/** 记账分录: money leaves one account and arrives at another. The amount is positive; a reversal goes the other way. */
record Posting(String from, String to, Money amount) {

    /** What each payer owes the provider for a bill. */
    static List<Posting> of(Payers payers, String area, String provider, PersonId person) {
        var payable = "payable:" + provider;
        return Stream.of(
                        new Posting("fund:" + area + ":pool", payable, payers.pool()),
                        new Posting("fund:" + area + ":critical-illness", payable, payers.criticalIllness()),
                        new Posting("fund:" + area + ":medical-assistance", payable, payers.medicalAssistance()),
                        new Posting("third-party:" + person, "received:" + provider, payers.thirdParty()),
                        new Posting("person:" + person, "received:" + provider, payers.person()))
                .filter(posting -> !posting.amount().isZero())
                .toList();
    }

    Posting reversed() {
        return new Posting(to, from, amount);
    }
}
