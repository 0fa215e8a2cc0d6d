package jumin.contribution.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.platform.feed.Change;
import jumin.platform.feed.FeedSubscription;
import jumin.regulation.Money;

/**
 * Takes claims' money out into the books: what each fund bears of a settlement becomes payable, a reversal takes it back; then what
 * is deducted, retained and paid of a provider's month, and what goes to or comes back from persons.
 */
@ApplicationScoped
public class ClaimsFeed implements FeedSubscription {

    private static final Map<String, Account> SHARES = Map.of(
            "poolPay", Account.POOL_BENEFITS,
            "criticalIllnessPay", Account.CRITICAL_ILLNESS_BENEFITS,
            "medicalAssistancePay", Account.ASSISTANCE_BENEFITS);

    private final Ledger ledger;
    private final SpentMoney spent;
    private final PaidOut paidOut;

    ClaimsFeed(Ledger ledger, SpentMoney spent, PaidOut paidOut) {
        this.ledger = ledger;
        this.spent = spent;
        this.paidOut = paidOut;
    }

    @Override
    public String source() {
        return "claims";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("settlement", "payable", "retention", "payout", "payout-receipt", "recourse");
    }

    /** Read again after a restore of claims, what is in the books stays as it is. */
    @Override
    public void apply(Change change) {
        switch (change.kind()) {
            case "settlement" -> settlement(change);
            case "payable" -> paidOut.statement(change.payload());
            case "retention" -> paidOut.retention(change.payload());
            case "payout" -> paidOut.person(change);
            case "payout-receipt" -> paidOut.receipt(change);
            case "recourse" -> paidOut.recourse(change);
            default -> {
                // Claims may publish kinds that are for others.
            }
        }
    }

    private void settlement(Change change) {
        var payload = change.payload();
        var on = LocalDate.parse(payload.path("settledOn").asText());
        if (payload.path("kind").asText().equals("REVERSAL")) {
            var original = UUID.fromString(payload.path("reverses").asText());
            SHARES.values().forEach(account -> ledger.reverse(original, Account.PROVIDER_PAYABLE, account, on));
            return;
        }
        var id = UUID.fromString(payload.path("settlementId").asText());
        var whose = spent.ofPerson(
                payload.path("area").asText(),
                change.subject(),
                payload.path("benefitYear").asInt());
        SHARES.forEach((field, account) -> spent.once(
                new SpentMoney.Move(Account.PROVIDER_PAYABLE, account, "SETTLED"),
                whose,
                Money.yuan(payload.path(field).asText("0.00")),
                new SpentMoney.Cause(id, on)));
    }
}
