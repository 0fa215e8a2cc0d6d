package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.Money;
import jumin.testing.FeedHorizon;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The same person was registered twice: levy, money and cover follow the record that is kept, and back when that was a mistake. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class MergedPersonTest {

    @Inject
    World world;

    @Inject
    DataSource database;

    @Inject
    CurrentCaller caller;

    private World.Person twice;
    private World.Person kept;

    @BeforeEach
    void twoRecordsOfOnePerson() {
        world.opened();
        twice = world.villager();
        kept = World.somebody();
        world.person(kept, World.VILLAGE);
    }

    private static ValidatableResponse pay(Map<String, Object> payment) {
        return World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
    }

    private static ValidatableResponse payments(World.Person person) {
        return World.clerk()
                .get(ROOT + "persons/" + person.id() + "/payments")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse coverage(World.Person person) {
        return World.clerk()
                .get(ROOT + "persons/" + person.id() + "/coverage?on=2024-06-01")
                .then()
                .statusCode(200);
    }

    private Money balance(World.Person person, String account) {
        return Books.balances(caller, database, person).getOrDefault(account, Money.ZERO);
    }

    /** What enrollment publishes of a merge, in its order. */
    private List<Runnable> merge() {
        return new ArrayList<>(List.of(
                () -> ends(twice),
                () -> world.enrolled(kept),
                () -> world.merged(twice, kept),
                () -> world.person(kept, World.VILLAGE)));
    }

    private List<Runnable> undo() {
        return new ArrayList<>(List.of(
                () -> world.person(twice, World.VILLAGE),
                () -> world.enrolled(twice),
                () -> ends(kept),
                () -> world.person(kept, World.VILLAGE)));
    }

    private void ends(World.Person person) {
        world.enrollment(
                person,
                2024,
                "ordinary",
                World.NOT_SUBSIDISED,
                "CANCELLED",
                "\"endedOn\":\"2023-12-01\",\"endReason\":\"合并\"");
    }

    private void keptHasEverything() {
        coverage(kept).body("covered", equalTo(true));
        coverage(twice).body("covered", equalTo(false)).body("reasonCode", equalTo("MERGED"));
        payments(kept).body("size()", equalTo(1)).body("[0].allocated", equalTo("380.00"));
        payments(twice).body("size()", equalTo(0));
        assertEquals(Money.ZERO, balance(kept, "RECEIVABLE"));
        assertEquals(Money.ZERO, balance(twice, "RECEIVABLE"));
        World.clerk()
                .get(ROOT + "arrears?benefitYear=2024&limit=500")
                .then()
                .body("items.personId", not(hasItem(kept.id().toString())));
        Books.assertBalanced();
    }

    @RepeatedTest(4)
    @DisplayName("合并的消息不论先后：缴费归保留的登记，待遇随之；撤销合并后各归各的")
    void moneyFollowsInAnyOrder(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        pay(World.payment(twice, "380.00", "2023-11-02")).body("outcome", equalTo("MATCHED"));
        var merge = merge();
        Collections.shuffle(merge, random);
        merge.forEach(Runnable::run);
        keptHasEverything();
        merge.getFirst().run();
        keptHasEverything();

        var undo = undo();
        Collections.shuffle(undo, random);
        undo.forEach(Runnable::run);
        coverage(twice).body("covered", equalTo(true));
        coverage(kept).body("covered", equalTo(false));
        payments(twice).body("size()", equalTo(1)).body("[0].allocated", equalTo("380.00"));
        payments(kept).body("size()", equalTo(0));
        Books.assertBalanced();
    }

    @Test
    @DisplayName("合并之后按旧登记的证件、人员编号、应缴编号来的缴费，归保留的登记；撤销后回到旧登记")
    void laterPaymentsOfTheMergedRecordFindThePerson() {
        FeedHorizon.reached();
        String levy = World.tax()
                .get(ROOT + "levies?benefitYear=2024&limit=1000")
                .jsonPath()
                .getString("items.find { it.personId == '" + twice.id() + "' }.levyId");
        merge().forEach(Runnable::run);
        var byId = World.payment(twice, "80.00", "2023-11-02");
        pay(byId).body("outcome", equalTo("SHORT"));
        var byNumber = new HashMap<>(World.payment(twice, "100.00", "2023-11-03"));
        byNumber.remove("idNumber");
        byNumber.put("personNo", twice.no());
        pay(byNumber).body("outcome", equalTo("SHORT"));
        if (levy != null) {
            byNumber.remove("personNo");
            byNumber.put("levyId", levy);
        }
        byNumber.put("voucherNo", "L" + World.next() + "000000");
        byNumber.put("amount", "200.00");
        pay(byNumber).body("outcome", equalTo("MATCHED"));
        pay(byId).body("outcome", equalTo("SHORT"));
        coverage(kept).body("covered", equalTo(true));
        undo().forEach(Runnable::run);
        coverage(twice).body("covered", equalTo(true));
        payments(kept).body("size()", equalTo(0));
    }

    @Test
    @DisplayName("两条登记都缴了费：合并后一笔抵应缴，一笔在暂存款，可退；冲正其中一笔不影响另一笔")
    void bothHadPaid() {
        world.enrolled(kept);
        var first = World.payment(twice, "380.00", "2023-11-02");
        pay(first);
        pay(World.payment(kept, "380.00", "2023-11-03"));
        ends(twice);
        world.merged(twice, kept);
        payments(kept)
                .body("find { it.paidOn == '2023-11-02' }.allocated", equalTo("380.00"))
                .body("find { it.paidOn == '2023-11-03' }.inSuspense", equalTo("380.00"));
        World.clerk()
                .body(Map.of("personId", kept.id().toString(), "benefitYear", 2024, "cause", "surplus"))
                .post(ROOT + "refunds/trial")
                .then()
                .body("amount", equalTo("380.00"));
        pay(Map.of(
                        "voucherNo",
                        "R" + World.next() + "000000",
                        "kind",
                        "REVERSAL",
                        "reverses",
                        first.get("voucherNo"),
                        "benefitYear",
                        2024,
                        "amount",
                        "380.00",
                        "paidOn",
                        "2023-11-10"))
                .body("outcome", equalTo("REVERSED"));
        payments(kept).body("find { it.paidOn == '2023-11-03' }.allocated", equalTo("380.00"));
        coverage(kept).body("covered", equalTo(true));
        Books.assertBalanced();
    }

    @Test
    @DisplayName("先甲并入乙，再乙并入丙：甲的缴费归丙；保留的登记还没到时也不丢")
    void chainOfMerges() {
        pay(World.payment(twice, "380.00", "2023-11-02"));
        var last = World.somebody();
        ends(twice);
        world.merged(twice, kept);
        world.merged(kept, last);
        payments(twice).body("size()", equalTo(0));
        world.person(last, World.VILLAGE);
        world.enrolled(last);
        coverage(last).body("covered", equalTo(true));
        payments(last).body("size()", equalTo(1));
        Books.assertBalanced();
    }
}
