package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.contribution.intake.ClaimsFeed;
import jumin.platform.feed.Change;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 第二十二条: on whose year and on which day a refund is judged. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class RefundJudgementTest extends RefundCalls {

    private static final Map<String, Object> DECISION =
            Map.of("documentNo", "演示医保决〔2024〕3号", "reason", "户籍已迁往外省，未享受待遇");

    @Inject
    ClaimsFeed claims;

    @Inject
    CurrentCaller caller;

    @Inject
    ObjectMapper json;

    private static Map<String, Object> byVoucher(World.Person person, String cause, String day) {
        var request = request(person, cause, day);
        request.remove("personId");
        request.put("voucherNo", payments(person).extract().path("[0].voucherNo"));
        return request;
    }

    private void ended(World.Person person, String day, String event) {
        world.enrollment(
                person,
                2024,
                "ordinary",
                World.NOT_SUBSIDISED,
                "TERMINATED",
                "\"endedOn\":\"" + day + "\",\"endReason\":\"" + event + "\"");
    }

    @Test
    @DisplayName("第二十二条：只报税票号也按本人的待遇享受期判断，六月死亡不退")
    void aVoucherIsJudgedByTheYearOfItsPerson() {
        var person = paid("2023-11-02");
        trial(byVoucher(person, "death", "2024-06-10"))
                .statusCode(200)
                .body("allowed", equalTo(false))
                .body("code", equalTo("BENEFIT_PERIOD_STARTED"))
                .body("article", equalTo("第二十二条"));
        ask(byVoucher(person, "death", "2024-06-10")).statusCode(422).body("code", equalTo("REFUND_NOT_ALLOWED"));
        covered(person, true);
    }

    @Test
    @DisplayName("只报税票号，收款人也须与本人同名，新认定也按部门的日期")
    void aVoucherDoesNotGoToAnybodysAccount() {
        var person = paid("2023-11-02", "2023-11-03");
        var request = byVoucher(person, "military_service", "2023-12-20");
        request.put("payee", Map.of("name", "另一人", "account", "6222000011112222"));
        ask(request).statusCode(422).body("code", equalTo("REFUND_PAYEE_UNFIT"));
        world.apply("category", person.id().toString(), """
                {"personId":"%s","area":"360900","recognitions":[
                 {"category":"minimum_living","from":"2024-01-15","to":"2024-12-31",
                  "organ":"MZ360902","recordedAt":"2024-01-15T00:00:00Z"},
                 {"category":"minimum_living","from":"2025-02-01","to":null,
                  "organ":"MZ360902","recordedAt":"2025-02-01T00:00:00Z"}]}
                """.formatted(person.id()));
        world.enrollment(person, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");
        trial(byVoucher(person, "recognised_special", "2023-12-01")).statusCode(400);
        trial(request(person, "recognised_special", "2025-02-01")).statusCode(400);
        trial(request(person, "recognised_special", "2024-01-15")).statusCode(200);
    }

    @Test
    @DisplayName("参保关系已登记终止的：情形发生之日以登记为准，不能另报早的一天，也不能换一种情形")
    void theRegisteredEndIsTheDay() {
        var person = paid("2023-11-02");
        ended(person, "2024-01-02", "death");
        trial(request(person, "death", "2023-12-31")).statusCode(400).body("errors[0].pointer", equalTo("/eventDate"));
        trial(request(person, "military_service", "2023-12-20"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/cause"));
        trial(request(person, "death", ""))
                .statusCode(200)
                .body("allowed", equalTo(false))
                .body("code", equalTo("BENEFIT_PERIOD_STARTED"));
        var early = paid("2023-11-02");
        ended(early, "2023-12-20", "death");
        trial(request(early, "death", "")).body("allowed", equalTo(true)).body("amount", equalTo("380.00"));
    }

    @Test
    @DisplayName("由县级决定终止的登记不是退费情形：条文准予的照退；与登记的情形不同、有经办机构决定的，受理后也能复核")
    void anEndingThatIsNoCauseContradictsNone() {
        var decided = paid("2023-11-02");
        ended(decided, "2023-12-20", "county_decision");
        trial(request(decided, "military_service", "2023-12-19")).statusCode(400);
        ordered(request(decided, "military_service", "2023-12-20"));
        covered(decided, false);

        var otherwise = paid("2023-11-02");
        ended(otherwise, "2023-12-20", "employee_insurance");
        var request = request(otherwise, "military_service", "2023-12-20");
        trial(request).statusCode(400);
        request.put("decision", DECISION);
        String id = World.as("county_reviewer", "reviewer", World.COUNTY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(request)
                .post(ROOT + "refunds")
                .then()
                .statusCode(201)
                .body("verdict.decision", equalTo("演示医保决〔2024〕3号"))
                .extract()
                .path("refundId");
        RefundTest.paper(id, "入伍通知书");
        at("county_approver", id, "approval", Map.of()).statusCode(200).body("state", equalTo("ORDERED"));
    }

    @Test
    @DisplayName("同一年度分两张税票缴的，各退各的：先批一张，另一张仍可批")
    void twoVouchersOfAYearGoBackOneAfterTheOther() {
        var person = world.villager();
        for (var amount : List.of("200.00", "180.00")) {
            World.tax()
                    .body(World.payment(person, amount, "2023-11-02"))
                    .post(ROOT + "payments")
                    .then()
                    .statusCode(200);
        }
        List<String> vouchers = payments(person).extract().path("voucherNo");
        var ids = new ArrayList<String>();
        for (var voucher : vouchers) {
            var request = request(person, "military_service", "2023-12-20");
            request.put("voucherNo", voucher);
            ids.add(ask(request).statusCode(201).extract().path("refundId"));
        }
        for (var id : ids) {
            RefundTest.paper(id, "入伍通知书");
            at("county_approver", id, "approval", Map.of()).statusCode(200).body("state", equalTo("ORDERED"));
        }
        payments(person).body("refunded", hasItems("200.00", "180.00"));
    }

    @Test
    @DisplayName("情形发生之日不能在将来；没有登记的须填写")
    void theDayHasCome() {
        var person = paid("2023-11-02");
        trial(request(person, "military_service", "2199-01-01"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/eventDate"));
        trial(request(person, "military_service", "")).statusCode(400);
    }

    @Test
    @DisplayName("受理后登记了另一天的终止：审核意见不再成立，不能复核通过")
    void whatHasChangedSinceIsNotApproved() {
        var person = paid("2023-11-02");
        String id = ask(request(person, "military_service", "2023-12-20"))
                .statusCode(201)
                .extract()
                .path("refundId");
        RefundTest.paper(id, "入伍通知书");
        ended(person, "2024-02-10", "military_service");
        at("county_approver", id, "approval", Map.of()).statusCode(409).body("code", equalTo("REFUND_VERDICT_CHANGED"));
        covered(person, false);
        at("county_approver", id, "rejection", Map.of("note", "日期不符")).statusCode(200);
    }

    @Test
    @DisplayName("第二十二条“等情形”：条文未列的由县级经办附文号提出、另一人复核；待遇开始后不行，乡镇不行（A26）")
    void whatTheTextLeavesOpenTheCountyDecides() {
        var person = paid("2023-11-02");
        var request = request(person, "household_migration", "2023-12-01");
        trial(request).body("allowed", equalTo(false)).body("code", equalTo("EVENT_NOT_LISTED"));
        request.put("decision", DECISION);
        ask(request).statusCode(422).body("code", equalTo("REFUND_NOT_ALLOWED"));
        String id = World.as("county_reviewer", "reviewer", World.COUNTY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(request)
                .post(ROOT + "refunds")
                .then()
                .statusCode(201)
                .body("verdict.decision", equalTo("演示医保决〔2024〕3号"))
                .body("verdict.article", equalTo("第二十二条"))
                .extract()
                .path("refundId");
        RefundTest.paper(id, "户籍迁出证明");
        at("county_approver", id, "approval", Map.of()).statusCode(200).body("state", equalTo("ORDERED"));
        covered(person, false).body("reasonCode", equalTo("REFUNDED"));

        var late = new HashMap<>(request(paid("2023-11-02"), "household_migration", "2024-03-01"));
        late.put("decision", DECISION);
        trial(late).body("allowed", equalTo(false)).body("code", equalTo("BENEFIT_PERIOD_STARTED"));
    }

    @Test
    @DisplayName("退费情形按统筹区列出，含户籍迁移、肄业、退保")
    void causesAreListed() {
        World.clerk()
                .get(ROOT + "refund-causes?area=360900&benefitYear=2024")
                .then()
                .statusCode(200)
                .body("cause", hasItems("surplus", "household_migration", "left_school", "withdrawal", "death"))
                .body("find { it.cause == 'death' }.title", startsWith("死亡"));
    }

    @Test
    @DisplayName("试算时看得到该年度基金已付的医疗费")
    void billsOfTheYearAreShown() throws JsonProcessingException {
        var person = paid("2023-11-02");
        trial(request(person, "death", "2023-12-20")).body("settled.bills", equalTo(0));
        var payload = json.readTree("""
                {"settlementId":"%s","kind":"SETTLEMENT","reverses":null,"provider":"H1","area":"360900","benefitYear":2024,
                 "poolPay":"700.00","criticalIllnessPay":"50.00","medicalAssistancePay":"0.00","personPay":"0.00",
                 "totalAmount":"750.00","settledOn":"2024-05-05","redo":null,"replaces":null}
                """.formatted(UUID.randomUUID()));
        caller.callAs(Caller.service("feed"), () -> {
            QuarkusTransaction.requiringNew()
                    .run(() -> claims.apply(
                            new Change("test:1:1", "settlement", person.id().toString(), Instant.EPOCH, payload)));
            return null;
        });
        trial(request(person, "death", "2023-12-20"))
                .body("settled.bills", equalTo(1))
                .body("settled.fundPaid", equalTo("750.00"));
    }
}
