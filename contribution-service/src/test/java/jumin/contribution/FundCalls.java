package jumin.contribution;

import static jumin.contribution.World.ROOT;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jumin.regulation.Money;
import org.junit.jupiter.api.BeforeEach;

/** What the fund's accountants enter and ask. */
abstract class FundCalls {

    @Inject
    World world;

    @BeforeEach
    void open() {
        world.opened();
    }

    static ValidatableResponse finance(String path, Map<String, Object> body) {
        return World.as("finance", "finance", "360900/")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(ROOT + path)
                .then();
    }

    static Map<String, Object> receipt(String kind, Object due, String amount, String document) {
        var body = new HashMap<String, Object>(Map.of(
                "divisionPath",
                "360900/",
                "benefitYear",
                2024,
                "kind",
                kind,
                "amount",
                amount,
                "receivedOn",
                "2024-05-01",
                "documentNo",
                document,
                "payer",
                "市财政局"));
        if (due != null) {
            body.put("dueId", due);
        }
        return body;
    }

    static Money balance(String account, String more) {
        return Money.yuan(World.as("finance", "finance", "360900/")
                .get(ROOT + "ledger/trial-balance?benefitYear=2024" + more)
                .jsonPath()
                .getString("accounts.find { it.account == '" + account + "' }.balance"));
    }

    static ValidatableResponse due(String id, String on) {
        return World.as("auditor", "auditor", "360900/")
                .get(ROOT + "fund-dues?benefitYear=2024&on=" + on)
                .then()
                .rootPath("find { it.dueId == '" + id + "' }");
    }

    static ValidatableResponse reverse(String id, String login) {
        return World.as("finance", login, "360900/")
                .body(Map.of("note", "记错单位"))
                .post(ROOT + "fund-receipts/" + id + "/reversal")
                .then();
    }
}
