package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.YearMonth;
import jumin.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class ApprovalWithdrawalTest extends Care {

    private static final String MISTAKEN = "{\"reason\": \"预留比例有误\"}";
    private static final String SAID = "{\"opinion\": \"同意\"}";

    private LocalDate settledOn;

    private static RequestSpecification finance() {
        return as(Tokens.staff("finance", "finance", COUNTY));
    }

    private static void today(LocalDate day) {
        admin().body("{\"now\": \"" + day + "T10:00:00\"}")
                .put(BASE + "clock")
                .then()
                .statusCode(anyOf(is(200), is(204)));
    }

    @AfterEach
    void backToToday() {
        today(settledOn);
    }

    private YearMonth settledMonth(String code) {
        provider(code, "撤回医院", "tertiary");
        String settlement = post(
                        hospital(code),
                        "settlements",
                        key(),
                        Bills.ofPerson(covered("柏某"))
                                .item("A-SERVICE", "100", "100", "10000.00")
                                .json())
                .statusCode(201)
                .extract()
                .path("settlementId");
        settledOn = LocalDate.parse(hospital(code)
                .get(BASE + "settlements/" + settlement)
                .then()
                .extract()
                .<String>path("settledOn"));
        return YearMonth.from(settledOn);
    }

    private static String made(String code, YearMonth month) {
        return post(reviewer(), "monthly-statements", key(), """
                        {"provider": "%s", "area": "360900", "month": "%s", "retentionRate": "0.05"}
                        """.formatted(code, month))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String statement(String id) {
        return "monthly-statements/" + id;
    }

    private static ValidatableResponse approve(String payable) {
        return approver().body(SAID).post(BASE + payable + "/approval").then();
    }

    private static ValidatableResponse reject(String payable) {
        return approver().body(SAID).post(BASE + payable + "/rejection").then();
    }

    private static ValidatableResponse withdraw(RequestSpecification by, String payable) {
        return post(by, payable + "/approval-withdrawal", key(), MISTAKEN);
    }

    private static ValidatableResponse pay(String payable, String voucher) {
        return post(finance(), payable + "/payment", key(), "{\"voucher\": \"" + voucher + "\"}");
    }

    @Test
    @DisplayName("复核后、拨付前发现有误：另一人写明理由撤回，退回后重新生成；每一步留着，账随退回冲回；拨付过的不能撤回")
    void anApprovalIsWithdrawnBeforeItIsPaid() {
        var code = "H36090200060";
        var month = settledMonth(code);
        today(month.plusMonths(1).atDay(2));
        var id = made(code, month);
        withdraw(reviewer(), statement(id)).statusCode(409).body("detail", containsString("已生成"));
        approve(statement(id)).statusCode(200);
        withdraw(approver(), statement(id)).statusCode(409).body("code", equalTo("STATEMENT_NEEDS_TWO_PERSONS"));
        withdraw(finance(), statement(id)).statusCode(403);
        withdraw(as(Tokens.staff("county_reviewer", "r", "360900/360981/")), statement(id))
                .statusCode(404);
        post(reviewer(), statement(id) + "/approval-withdrawal", key(), "{\"reason\": \" \"}")
                .statusCode(400);
        var once = key();
        post(reviewer(), statement(id) + "/approval-withdrawal", once, MISTAKEN)
                .statusCode(200)
                .body("state", equalTo("MADE"), "approvedBy", nullValue())
                .body("withdrawnApprovals.approvedBy", contains("approver"))
                .body("withdrawnApprovals.withdrawnBy", contains("reviewer"))
                .body("withdrawnApprovals.reason", contains("预留比例有误"));
        post(reviewer(), statement(id) + "/approval-withdrawal", once, MISTAKEN)
                .statusCode(200)
                .header("Idempotency-Replayed", "true");
        pay(statement(id), "V1").statusCode(409).body("detail", containsString("已生成"));

        approve(statement(id)).statusCode(200).body("state", equalTo("APPROVED"));
        withdraw(secondApprover(), statement(id)).statusCode(200).body("withdrawnApprovals", hasSize(2));
        String first = reject(statement(id))
                .statusCode(200)
                .body("state", equalTo("REJECTED"))
                .extract()
                .path("withdrawnApprovals[0].id");
        takenBackFromTheBooks(code, id, first);

        var again = made(code, month);
        approve(statement(again)).statusCode(200);
        pay(statement(again), "V1").statusCode(200);
        withdraw(reviewer(), statement(again)).statusCode(409).body("detail", containsString("已拨付"));
        post(finance(), statement(again) + "/bounce", key(), "{\"reason\": \"销户\"}")
                .statusCode(201);
        withdraw(reviewer(), statement(again)).statusCode(409).body("detail", containsString("银行退汇"));
    }

    /** 与基金账的约定: what it has booked with the approval, turned round under an id of its own. */
    private void takenBackFromTheBooks(String code, String id, String withdrawal) {
        var told = JsonPath.from(tables.feed("payable", code).getLast());
        assertThat(told.getString("id"), is(withdrawal));
        assertThat(told.getString("takesBack"), is(id));
        assertThat(told.getString("state"), is("APPROVED"));
        assertThat(told.getString("retention"), is("-282.00"));
        assertThat(told.getList("years.retention"), contains("-282.00"));
        assertThat(told.getList("payments"), empty());
    }

    @Test
    @DisplayName("没有撤回过的退回，账上没有可冲回的")
    void whatWasNeverApprovedIsNotTakenBack() {
        var code = "H36090200061";
        var month = settledMonth(code);
        today(month.plusMonths(1).atDay(2));
        var id = made(code, month);
        reject(statement(id)).statusCode(200);
        var told = JsonPath.from(tables.feed("payable", code).getLast());
        assertThat(told.getString("id"), is(id));
        assertThat(told.getString("state"), is("REJECTED"));
    }

    @Test
    @DisplayName("撤回复核与登记拨付同时进行，只有一个成功；同时撤回两次，只有一次")
    void exactlyOneOfWithdrawalAndPaymentWins() throws Exception {
        var code = "H36090200062";
        var month = settledMonth(code);
        today(month.plusMonths(1).atDay(2));
        var id = made(code, month);
        for (int round = 0; round < 5; round++) {
            approve(statement(id)).statusCode(200);
            var withdrawn = Parallel.run(
                    4, n -> withdraw(reviewer(), statement(id)).extract().statusCode());
            assertThat(withdrawn, containsInAnyOrder(200, 409, 409, 409));
        }
        approve(statement(id)).statusCode(200);
        var two = Parallel.run(
                2,
                n -> (n == 0 ? pay(statement(id), "V1") : withdraw(reviewer(), statement(id)))
                        .extract()
                        .statusCode());
        assertThat(two, containsInAnyOrder(200, 409));
        var paid = two.getFirst() == 200;
        finance()
                .get(BASE + statement(id))
                .then()
                .body("state", equalTo(paid ? "PAID" : "MADE"), "payments", hasSize(paid ? 1 : 0))
                .body("withdrawnApprovals", hasSize(paid ? 5 : 6));
    }

    @Test
    @DisplayName("预留返还的复核同样可以撤回；结算单的预留已列入预留返还的，先退回预留返还")
    void theApprovalOfAReleaseIsWithdrawnToo() {
        var code = "H36090200063";
        var month = settledMonth(code);
        var year = month.getYear();
        today(LocalDate.of(year + 1, 2, 1));
        var id = made(code, month);
        approve(statement(id)).statusCode(200);
        String made = post(reviewer(), "retention-releases", key(), """
                        {"provider": "%s", "area": "360900", "year": %d, "result": "合格", "decision": "考核1号", "share": "0.9"}
                        """.formatted(code, year))
                .statusCode(201)
                .extract()
                .path("id");
        var release = "retention-releases/" + made;
        approve(release).statusCode(200);
        withdraw(reviewer(), statement(id)).statusCode(409).body("detail", containsString("预留返还"));
        finance().get(BASE + statement(id)).then().body("state", equalTo("APPROVED"), "withdrawnApprovals", empty());

        withdraw(approver(), release).statusCode(409).body("code", equalTo("RETENTION_NEEDS_TWO_PERSONS"));
        withdraw(reviewer(), release)
                .statusCode(200)
                .body("state", equalTo("MADE"), "decidedBy", nullValue(), "opinion", equalTo(""))
                .body("withdrawnApprovals.opinion", contains("同意"));
        pay(release, "V1").statusCode(409).body("detail", containsString("待复核"));
        reject(release).statusCode(200).body("state", equalTo("REJECTED"));
        var told = JsonPath.from(tables.feed("retention", code).getLast());
        assertThat(told.getString("takesBack"), is(made));
        assertThat(told.getString("released"), is("-253.80"));
        assertThat(told.getList("years.forfeited"), contains("-28.20"));

        withdraw(reviewer(), statement(id)).statusCode(200).body("state", equalTo("MADE"));
    }
}
