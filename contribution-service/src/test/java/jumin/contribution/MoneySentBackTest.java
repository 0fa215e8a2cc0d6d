package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jumin.contribution.intake.ClaimsFeed;
import jumin.platform.feed.Change;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.Money;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Money that the bank sends back after a provider was paid, as claims tells it. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class MoneySentBackTest {

    private static final int YEAR = 2024;

    @Inject
    World world;

    @Inject
    ClaimsFeed claims;

    @Inject
    CurrentCaller caller;

    @Inject
    ObjectMapper json;

    private final UUID id = UUID.randomUUID();
    private final UUID again = UUID.randomUUID();
    private final UUID returned = UUID.randomUUID();
    private Money spentBefore;
    private Money owedBefore;

    @BeforeEach
    void open() {
        world.opened();
        spentBefore = balance("EXPENDITURE_ACCOUNT");
        owedBefore = balance("PROVIDER_PAYABLE");
    }

    private static Money balance(String account) {
        return World.as("finance", "finance", "360900/")
                .get(ROOT + "ledger/trial-balance?benefitYear=" + YEAR)
                .jsonPath()
                .<Map<String, Object>>getList("accounts")
                .stream()
                .filter(row -> row.get("account").equals(account))
                .map(row -> Money.yuan((String) row.get("balance")))
                .findFirst()
                .orElse(Money.ZERO);
    }

    private void tell(String kind, String state, String payments) {
        var payload = """
                {"id":"%s","provider":"H1","area":"360900","month":"2024-05","year":%d,"deduction":"0.00","retention":"0.00",
                 "payable":"100.00","released":"100.00","forfeited":"0.00","madeOn":"2024-06-01","state":"%s","payments":[%s]}
                """.formatted(id, YEAR, state, payments);
        caller.callAs(Caller.service("feed"), () -> {
            QuarkusTransaction.requiringNew()
                    .run(() -> claims.apply(new Change("test:1:1", kind, "H1", Instant.EPOCH, tree(payload))));
            return null;
        });
    }

    private com.fasterxml.jackson.databind.JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static String payment(UUID id, String returns) {
        return """
                {"id":"%s","amount":"100.00","voucher":"V","paidBy":"finance","paidOn":"2024-06-05","returns":[%s]}
                """.formatted(id, returns);
    }

    private String sentBack(String withdrawal) {
        return """
                {"id":"%s","reason":"销户","enteredBy":"finance","on":"2024-06-08"%s}
                """.formatted(returned, withdrawal);
    }

    /** What has gone out of the expenditure account, and what of that settles nothing that was owed. */
    private void spent(String amount) {
        assertEquals(Money.yuan("-" + amount), balance("EXPENDITURE_ACCOUNT").minus(spentBefore));
        assertEquals(Money.yuan(amount), balance("PROVIDER_PAYABLE").minus(owedBefore));
    }

    @Test
    @DisplayName("付给机构的退汇冲回，再付另记；撤销误登的退汇恢复；消息重来、缺步、乱序结果相同")
    void eachStepIsBookedOnce() {
        tell("payable", "PAID", "");
        tell("payable", "PAID", payment(id, ""));
        spent("100.00");
        for (var i = 0; i < 2; i++) {
            tell("payable", "BOUNCED", payment(id, sentBack("")));
            spent("0.00");
        }
        for (var i = 0; i < 2; i++) {
            tell("payable", "PAID", payment(id, sentBack("")) + "," + payment(again, ""));
            spent("100.00");
        }
        tell("payable", "BOUNCED", payment(id, sentBack("")));
        spent("100.00");
        Books.assertBalanced();
    }

    @Test
    @DisplayName("误登的退汇撤销：账目恢复，只听到最后一步的也一样")
    void aWithdrawnReturnLeavesThePaymentStanding() {
        tell("payable", "PAID", payment(id, sentBack(",\"withdrawnBy\":\"finance\",\"withdrawnOn\":\"2024-06-09\"")));
        spent("100.00");
        tell("payable", "BOUNCED", payment(id, sentBack("")));
        spent("100.00");
        Books.assertBalanced();
    }

    @Test
    @DisplayName("预留返还的退汇：返还仍是应付，再付后清零")
    void releasedRetentionIsSentBack() {
        tell("retention", "PAID", payment(id, ""));
        tell("retention", "BOUNCED", payment(id, sentBack("")));
        assertEquals(Money.ZERO, balance("EXPENDITURE_ACCOUNT").minus(spentBefore));
        assertEquals(Money.yuan("-100.00"), balance("PROVIDER_PAYABLE").minus(owedBefore));
        tell("retention", "PAID", payment(id, sentBack("")) + "," + payment(again, ""));
        assertEquals(Money.yuan("-100.00"), balance("EXPENDITURE_ACCOUNT").minus(spentBefore));
        assertEquals(Money.ZERO, balance("PROVIDER_PAYABLE").minus(owedBefore));
        Books.assertBalanced();
    }
}
