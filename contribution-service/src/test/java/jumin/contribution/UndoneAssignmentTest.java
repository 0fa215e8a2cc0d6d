package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 归错了人: money for nobody that was given to the wrong person. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class UndoneAssignmentTest extends RefundCalls {

    private World.Person wrong;
    private World.Person right;
    private String voucher;

    @BeforeEach
    void moneyOfNobodyGoesToTheWrongPerson() {
        wrong = world.villager();
        right = world.villager();
        var payment = World.payment(World.somebody(), "380.00", "2023-11-02");
        voucher = (String) payment.get("voucherNo");
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200).body("outcome", equalTo("NOBODY"));
        assigned(wrong).statusCode(200).body("[0].allocated", equalTo("380.00"));
        covered(wrong, true);
    }

    private ValidatableResponse assigned(World.Person person) {
        return World.as("county_reviewer", "reviewer", World.COUNTY)
                .body(Map.of("personId", person.id().toString(), "note", "已核对"))
                .post(ROOT + "payments/" + voucher + "/assignment")
                .then();
    }

    private ValidatableResponse proposed() {
        return World.as("county_reviewer", "reviewer", World.COUNTY)
                .body(Map.of("reason", "同名同村，点错了人"))
                .post(ROOT + "payments/" + voucher + "/assignment-undo")
                .then();
    }

    private ValidatableResponse decided(String login, String how) {
        return World.as("county_approver", login, World.COUNTY)
                .post(ROOT + "payments/" + voucher + "/assignment-undo/" + how)
                .then();
    }

    @Test
    @DisplayName("两人撤销后款项回到无人认领，原来的人不再享受，账平；再归属给应得的人")
    void itIsTakenBackByTwoAndGivenToTheRightOne() {
        assigned(right).statusCode(409).body("code", equalTo("PAYMENT_ALREADY_ASSIGNED"));
        decided("approver", "approval").statusCode(409).body("code", equalTo("ASSIGNMENT_NOT_STANDING"));
        proposed().statusCode(200).body("state", equalTo("UNDO_PROPOSED"));
        proposed().statusCode(409).body("code", equalTo("ASSIGNMENT_UNDO_PROPOSED"));
        World.as("county_approver", "approver", World.COUNTY)
                .get(ROOT + "assignment-undos")
                .then()
                .body("voucherNo", hasItem(voucher));
        World.as("county_approver", "approver", World.OTHER_COUNTY)
                .get(ROOT + "assignment-undos")
                .then()
                .body("voucherNo", not(hasItem(voucher)));
        World.as("county_approver", "approver", World.COUNTY)
                .get(ROOT + "assignment-undos?after=" + UUID.randomUUID())
                .then()
                .statusCode(400);
        decided("reviewer", "approval").statusCode(409).body("code", equalTo("ASSIGNMENT_UNDO_NEEDS_TWO_PERSONS"));
        covered(wrong, true);

        decided("approver", "approval").statusCode(200).body("state", equalTo("UNDONE"));

        World.as("auditor", "auditor", World.COUNTY)
                .get(ROOT + "assignment-undos?state=UNDONE&limit=1000")
                .then()
                .body("voucherNo", hasItem(voucher));
        covered(wrong, false).body("reasonCode", equalTo("UNPAID"));
        payments(wrong).body("size()", equalTo(0));
        Books.assertBalanced();
        World.as("finance", "finance", World.COUNTY)
                .get(ROOT + "suspense?benefitYear=2024&limit=1000&after=" + before(voucher))
                .then()
                .body("items[0].voucherNo", equalTo(voucher), "items[0].inSuspense", equalTo("380.00"));
        assigned(right).statusCode(200).body("[0].allocated", equalTo("380.00"));
        covered(right, true);
        Books.assertBalanced();
        World.as("auditor", "auditor", "360900/")
                .get(ROOT + "payments/" + voucher + "/assignments")
                .then()
                .body("state", equalTo(List.of("STANDING", "UNDONE")));
    }

    /** What sorts just before it. */
    private static String before(String voucher) {
        return voucher.substring(0, voucher.length() - 1);
    }

    @Test
    @DisplayName("不予撤销的照旧；按税务所报归属的不能撤销；退费中的不能撤销")
    void whatIsNotUndoneStands() {
        proposed().statusCode(200);
        decided("approver", "rejection").statusCode(200).body("state", equalTo("STANDING"));
        covered(wrong, true);
        var direct = World.payment(right, "380.00", "2023-11-02");
        World.tax().body(direct).post(ROOT + "payments").then().statusCode(200);
        World.as("county_reviewer", "reviewer", World.COUNTY)
                .body(Map.of("reason", "试"))
                .post(ROOT + "payments/" + direct.get("voucherNo") + "/assignment-undo")
                .then()
                .statusCode(409)
                .body("code", equalTo("ASSIGNMENT_NOT_STANDING"));
        ordered(request(wrong, "employee_insurance", "2023-12-20"));
        proposed().statusCode(409).body("code", equalTo("PAYMENT_IN_REFUND"));
    }

    @Test
    @DisplayName("已申请退费、尚未复核的不能撤销；退费不予办理后可以撤销")
    void whatIsAskedForIsNotUndone() {
        var second = World.payment(World.somebody(), "380.00", "2023-11-03");
        voucher = (String) second.get("voucherNo");
        World.tax().body(second).post(ROOT + "payments").then().statusCode(200).body("outcome", equalTo("NOBODY"));
        assigned(wrong).statusCode(200);
        String refund =
                ask(request(wrong, "surplus", "")).statusCode(201).extract().path("refundId");
        proposed().statusCode(409).body("code", equalTo("PAYMENT_IN_REFUND"));
        at("county_approver", refund, "rejection", Map.of("note", "归错了人")).statusCode(200);
        proposed().statusCode(200);
        decided("approver", "approval").statusCode(200).body("state", equalTo("UNDONE"));
        payments(wrong).body("size()", equalTo(1));
        covered(wrong, true);
        Books.assertBalanced();
    }
}
