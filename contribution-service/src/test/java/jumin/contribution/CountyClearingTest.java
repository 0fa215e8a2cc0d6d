package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.regulation.Money;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 县区往来: whoever has paid and moves to another county owes neither of them anything, and the counties know what they owe each other. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class CountyClearingTest {

    private static final Money FULL = Money.yuan("380.00");
    private static final Map<String, Money> NOTHING = Map.of();

    @Inject
    World world;

    @Inject
    SubBooks books;

    @BeforeEach
    void open() {
        world.opened();
        Residence.organ();
    }

    private static Money balance(String division, String account) {
        return Money.yuan(World.as("finance", "finance", division)
                .get(ROOT + "ledger/trial-balance?benefitYear=2024")
                .jsonPath()
                .getString("accounts.find { it.account == '" + account + "' }.balance"));
    }

    private static List<Map<String, Object>> clearing(String division, World.Person person) {
        return World.as("finance", "finance", division)
                .get(ROOT + "ledger/postings?account=COUNTY_CLEARING&benefitYear=2024&limit=1000")
                .jsonPath()
                .getList("items.findAll { it.personId == '" + person.id() + "' }");
    }

    private static Map<String, Object> paid(World.Person person, String amount) {
        var payment = World.payment(person, amount, "2023-11-02");
        sent(payment);
        return payment;
    }

    private static void sent(Map<String, Object> payment) {
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
    }

    private static void reversed(Map<String, Object> payment) {
        var reversal = new HashMap<>(payment);
        reversal.remove("idNumber");
        reversal.putAll(Map.of(
                "voucherNo", "R" + payment.get("voucherNo"), "kind", "REVERSAL", "reverses", payment.get("voucherNo")));
        sent(reversal);
    }

    private static Map<String, Money> owedBy(String debtor, String creditor, Money amount) {
        return Map.of(debtor, Money.ZERO.minus(amount), creditor, amount);
    }

    @Test
    @DisplayName("缴清后迁到别县：两县应收都为零，原县欠新县一份往来，全市往来为零；重发不再记，迁回冲平")
    void whoeverHasPaidAndMovesOwesNobody() {
        var person = world.villager();
        paid(person, "380.00");
        var before = Map.of("old", balance(World.COUNTY, "RECEIVABLE"), "new", balance(Residence.NEAR, "RECEIVABLE"));
        var owed = balance(Residence.NEAR, "COUNTY_CLEARING");

        world.person(person, Residence.NEAR_VILLAGE);
        world.person(person, Residence.NEAR_VILLAGE);

        assertEquals(
                before,
                Map.of("old", balance(World.COUNTY, "RECEIVABLE"), "new", balance(Residence.NEAR, "RECEIVABLE")));
        assertEquals(owed.plus(FULL), balance(Residence.NEAR, "COUNTY_CLEARING"));
        assertEquals(Money.ZERO, balance("360900/", "COUNTY_CLEARING"));
        assertEquals(owedBy("360902", "360985", FULL), books.of("COUNTY_CLEARING", person));
        assertEquals(Map.of("360902", FULL), books.ofMoney("TAX_ORGAN", person));
        var entry = clearing(Residence.NEAR, person);
        assertEquals(1, entry.size());
        assertEquals("COUNTY_CLEARING", entry.getFirst().get("accountTo"));
        // Both sides name the same levy: that is how the accountant of the city finds one from the other.
        var both = clearing("360900/", person);
        assertEquals(2, both.size());
        assertEquals(both.getFirst().get("ref"), both.getLast().get("ref"));
        books.assertAtHome(person);

        world.person(person, World.VILLAGE);

        assertEquals(NOTHING, books.of("COUNTY_CLEARING", person));
        books.assertAtHome(person);
    }

    @Test
    @DisplayName("缴了一部分后迁到别县，余款在新县缴；原县那笔冲正后，新县应收恰为所欠，往来为零")
    void whatIsReversedIsOwedToTheNewCounty() {
        var person = world.villager();
        var first = paid(person, "60.00");
        world.person(person, Residence.NEAR_VILLAGE);
        paid(person, "320.00");
        var sixty = Money.yuan("60.00");
        assertEquals(owedBy("360902", "360985", sixty), books.of("COUNTY_CLEARING", person));
        books.assertAtHome(person);

        reversed(first);

        assertEquals(NOTHING, books.of("COUNTY_CLEARING", person));
        assertEquals(Map.of("360985", sixty), books.of("RECEIVABLE", person));
        books.assertAtHome(person);
    }

    @Test
    @DisplayName("重复缴费后迁到别县并退费：退费记在收款的县，两县的暂存款和应付退费都为零")
    void aRefundIsBookedBesideItsPayment() {
        var person = world.villager();
        paid(person, "380.00");
        paid(person, "380.00");
        world.person(person, Residence.NEAR_VILLAGE);
        String refund = World.as("county_reviewer", "reviewer9", Residence.NEAR)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("personId", person.id().toString(), "benefitYear", 2024, "cause", "surplus"))
                .post(ROOT + "refunds")
                .then()
                .statusCode(201)
                .extract()
                .path("refundId");
        World.as("county_approver", "approver9", Residence.NEAR)
                .post(ROOT + "refunds/" + refund + "/approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("ORDERED"));
        World.tax()
                .body(Map.of("outcome", "PAID", "attempt", 1, "documentNo", "B" + World.next(), "paidOn", "2024-07-01"))
                .post(ROOT + "refund-orders/" + refund + "/result")
                .then()
                .statusCode(200);

        assertEquals(NOTHING, books.ofMoney("SUSPENSE", person));
        assertEquals(NOTHING, books.ofMoney("REFUND_PAYABLE", person));
        assertEquals(Map.of("360902", FULL), books.ofMoney("TAX_ORGAN", person));
        assertEquals(owedBy("360902", "360985", FULL), books.of("COUNTY_CLEARING", person));
        books.assertAtHome(person);
    }

    @Test
    @DisplayName("两县的登记合并：款随人归到新登记，往来记在两县之间；撤销合并后冲平")
    void moneyThatFollowsAMergeIsCleared() {
        var merged = world.villager();
        paid(merged, "380.00");
        var kept = World.somebody();
        world.person(kept, Residence.NEAR_VILLAGE);
        world.enrolled(kept);

        world.merged(merged, kept);

        assertEquals(owedBy("360902", "360985", FULL), books.of("COUNTY_CLEARING", kept));
        assertEquals(Map.of("360902", FULL), books.ofMoney("TAX_ORGAN", kept));
        books.assertAtHome(kept);
        books.assertAtHome(merged);

        world.person(merged, World.VILLAGE);

        assertEquals(NOTHING, books.of("COUNTY_CLEARING", kept));
        assertEquals(Map.of("360985", FULL), books.of("RECEIVABLE", kept));
        assertTrue(books.of("COUNTY_CLEARING", merged).isEmpty());
        books.assertAtHome(kept);
        books.assertAtHome(merged);
    }
}
