package jumin.contribution.intake;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.ledger.Posting;
import jumin.platform.feed.Change;
import jumin.platform.feed.FeedSubscription;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** Takes claims' settlements into the books: what each fund bears becomes payable to the provider; a reversal takes it back. */
@ApplicationScoped
public class ClaimsFeed implements FeedSubscription {

    private static final Map<String, Account> SHARES = Map.of(
            "poolPay", Account.POOL_BENEFITS,
            "criticalIllnessPay", Account.CRITICAL_ILLNESS_BENEFITS,
            "medicalAssistancePay", Account.ASSISTANCE_BENEFITS);

    private final InsuredPersons persons;
    private final Ledger ledger;
    private final Sql database;

    ClaimsFeed(InsuredPersons persons, Ledger ledger, Sql database) {
        this.persons = persons;
        this.ledger = ledger;
        this.database = database;
    }

    @Override
    public String source() {
        return "claims";
    }

    /** Read again after a restore of claims, a settlement that is in the books stays as it is. */
    @Override
    public void apply(Change change) {
        if (!change.kind().equals("settlement")) {
            return;
        }
        var payload = change.payload();
        var on = LocalDate.parse(payload.path("settledOn").asText());
        if (payload.path("kind").asText().equals("REVERSAL")) {
            var original = UUID.fromString(payload.path("reverses").asText());
            SHARES.values().forEach(account -> ledger.reverse(original, Account.PROVIDER_PAYABLE, account, on));
            return;
        }
        var id = UUID.fromString(payload.path("settlementId").asText());
        if (database.count("select count(*) from posting where ref = ?", id) == 0) {
            SHARES.forEach((field, account) -> book(payload, id, field, account, on));
        }
    }

    private void book(JsonNode payload, UUID id, String field, Account account, LocalDate on) {
        var area = payload.path("area").asText();
        var person = Optional.of(payload.path("personId").asText(""))
                .filter(text -> !text.isEmpty())
                .map(UUID::fromString);
        var path = person.flatMap(persons::find)
                .map(InsuredPerson::divisionPath)
                .filter(known -> known.startsWith(area))
                .orElse(area + "/");
        ledger.post(new Posting(
                new Posting.Whose(
                        area, path, "-", person, payload.path("benefitYear").asInt()),
                Account.PROVIDER_PAYABLE,
                account,
                Money.yuan(payload.path(field).asText("0.00")),
                "SETTLED",
                id,
                on));
    }
}
