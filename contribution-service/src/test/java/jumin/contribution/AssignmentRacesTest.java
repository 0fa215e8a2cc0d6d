package jumin.contribution;

import static jumin.contribution.TreasuryTest.confirm;
import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 归属、撤销归属 while something else happens to the same money: a refund is asked for, a confirmation is doubted, its person is merged. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class AssignmentRacesTest extends RefundCalls {

    private static final String CITY = "360900/";

    @Inject
    HeldMerge merge;

    private String voucher;

    @BeforeEach
    void moneyOfNobody() {
        var payment = World.payment(World.somebody(), "380.00", "2023-11-02");
        voucher = (String) payment.get("voucherNo");
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200).body("outcome", equalTo("NOBODY"));
    }

    private ValidatableResponse assigned(World.Person person) {
        return World.as("county_reviewer", "reviewer", CITY)
                .body(Map.of("personId", person.id().toString(), "note", "已核对"))
                .post(ROOT + "payments/" + voucher + "/assignment")
                .then();
    }

    private ValidatableResponse undoProposed() {
        return World.as("county_reviewer", "reviewer", CITY)
                .body(Map.of("reason", "点错了人"))
                .post(ROOT + "payments/" + voucher + "/assignment-undo")
                .then();
    }

    private ValidatableResponse undoApproved() {
        return World.as("county_approver", "approver", CITY)
                .post(ROOT + "payments/" + voucher + "/assignment-undo/approval")
                .then();
    }

    private static ValidatableResponse reversalRejected(String division, String reversal) {
        return World.as("county_approver", "approver", division)
                .post(ROOT + "treasury-reversals/" + reversal + "/rejection")
                .then();
    }

    /** 提出冲销 of what the treasury confirmed of the voucher; the id of the reversal. */
    private String reversalProposed() {
        String confirmation = World.as("finance", "finance", CITY)
                .get(ROOT + "treasury-confirmations?voucherNo=" + voucher)
                .path("items[0].confirmationId");
        return World.as("finance", "finance", CITY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("reason", "回单日期录错"))
                .post(ROOT + "treasury-confirmations/" + confirmation + "/reversal")
                .then()
                .statusCode(201)
                .extract()
                .path("reversal.reversalId");
    }

    @Test
    @DisplayName("无人认领的钱申请退给缴款人之后归属到人：复核时已是别人的钱，不付")
    void moneyThatFoundItsOwnerIsNotPaidToAnother() {
        var request = Map.<String, Object>of(
                "voucherNo",
                voucher,
                "benefitYear",
                2024,
                "cause",
                "surplus",
                "payee",
                Map.of("name", "缴款人", "account", "6222000011112222"));
        String refund = World.as("county_reviewer", "reviewer", World.COUNTY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(request)
                .post(ROOT + "refunds")
                .then()
                .statusCode(201)
                .extract()
                .path("refundId");
        var owner = paid("2023-11-01");
        assigned(owner).statusCode(200);

        at("county_approver", refund, "approval", Map.of())
                .statusCode(409)
                .body("code", equalTo("REFUND_VERDICT_CHANGED"));

        World.as("county_reviewer", "reviewer", World.COUNTY)
                .get(ROOT + "refunds/" + refund)
                .then()
                .body("state", equalTo("REQUESTED"));
        Books.assertBalanced();
    }

    @Test
    @DisplayName("提出撤销之后、复核之前申请退费：不能撤销，退费不予办理后可以")
    void refundAskedForBetweenProposalAndApproval() {
        var person = paid("2023-11-01");
        assigned(person).statusCode(200);
        undoProposed().statusCode(200);
        String refund =
                ask(request(person, "surplus", "")).statusCode(201).extract().path("refundId");

        undoApproved().statusCode(409).body("code", equalTo("PAYMENT_IN_REFUND"));

        at("county_approver", refund, "rejection", Map.of("note", "归错了人")).statusCode(200);
        undoApproved().statusCode(200).body("state", equalTo("UNDONE"));
        Books.assertBalanced();
    }

    @Test
    @DisplayName("待复核的国库确认冲销随钱走：撤销归属回到税务机关所在县，人迁走则到新的县")
    void doubtOfAConfirmationGoesWithItsMoney() {
        var stranger = World.somebody();
        world.person(stranger, World.OTHER_COUNTY_VILLAGE);
        assigned(stranger).statusCode(200);
        confirm(voucher, "RECEIVED", "380.00", "2023-11-03").body("booked", equalTo(1));
        var reversal = reversalProposed();
        undoProposed().statusCode(200);
        undoApproved().statusCode(200);
        reversalRejected(World.OTHER_COUNTY, reversal).statusCode(404);
        reversalRejected(World.COUNTY, reversal).statusCode(200);

        var mover = World.somebody();
        world.person(mover, World.VILLAGE);
        assigned(mover).statusCode(200);
        var again = reversalProposed();
        world.person(mover, World.OTHER_COUNTY_VILLAGE);
        reversalRejected(World.COUNTY, again).statusCode(404);
        reversalRejected(World.OTHER_COUNTY, again).statusCode(200);
    }

    @Test
    @DisplayName("复核撤销归属时此人正被合并：不按合并前的登记办，请重试；重试后两人的应缴都对")
    void mergedInBetween() throws Exception {
        var twice = world.villager();
        var kept = world.villager();
        assigned(twice).statusCode(200);
        covered(twice, true);
        undoProposed().statusCode(200);
        merge.during(twice, kept, () -> undoApproved().statusCode(409).body("code", equalTo("CONCURRENT_CHANGE")));
        covered(kept, true);
        payments(kept).body("size()", equalTo(1));

        undoApproved().statusCode(200).body("state", equalTo("UNDONE"));

        covered(kept, false).body("reasonCode", equalTo("UNPAID"));
        payments(kept).body("size()", equalTo(0));
        Books.assertBalanced();
    }
}
