package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who sends everything at once, twice, or too large. */
@ClaimsTest
class AttackTest extends Care {

    private static final String SECOND = "H36090200002";

    private static ValidatableResponse register(UUID person, String key) {
        return post(hospital(), "encounters", key, """
                {"person": {"personId": "%s"}, "careType": "21", "admittedAt": "2024-03-02T09:00:00+08:00",
                 "diagnosisCode": "I21.900", "diagnosisName": "急性心肌梗死"}
                """.formatted(person));
    }

    private static Bills bill(UUID person) {
        return Bills.ofPerson(person).item("A-SERVICE", "10", "100", "1000.00");
    }

    private static long count(List<ExtractableResponse<Response>> answers, int status) {
        return answers.stream().filter(one -> one.statusCode() == status).count();
    }

    private static void same(List<ExtractableResponse<Response>> answers) {
        assertThat(
                answers.stream().map(ExtractableResponse::statusCode).distinct().toList(), is(List.of(201)));
        assertThat(answers.stream().map(one -> one.asString()).distinct().count(), is(1L));
    }

    @Test
    @DisplayName("入院登记、挂着登记的结算、冲正：同一报文各并发 50 次，各只办一次，答复相同")
    void eachMessageFiftyTimes() throws Exception {
        var person = covered("伍某");
        var registration = key();
        var registered = Parallel.run(50, i -> register(person, registration).extract());
        same(registered);
        assertThat(tables.count("encounter", person), is(1L));

        var encounter = registered.getFirst().<String>path("id");
        var bill = bill(person).json().replaceFirst("\\{", "{\"encounter\": \"" + encounter + "\", ");
        var settling = key();
        var settled = Parallel.run(50, i -> settle(settling, bill).extract());
        same(settled);
        assertThat(tables.payments(person), is(1L));

        var reversing = key();
        var reversed = Parallel.run(
                50,
                i -> reverse(settled.getFirst().path("settlementId"), reversing).extract());
        same(reversed);
        assertThat(tables.payments(person), is(0L));
        assertThat(tables.sums(person), is(tables.fold(person)));
    }

    @Test
    @DisplayName("同一结算以 20 个不同编号同时冲正：只冲正一次")
    void twentyReversalsOfOneSettlement() throws Exception {
        var person = covered("廿某");
        String settled = settle(bill(person).json()).statusCode(201).extract().path("settlementId");
        var answers = Parallel.run(20, i -> reverse(settled, key()).extract());
        assertThat(count(answers, 201), is(1L));
        assertThat(count(answers, 409), is(19L));
        assertThat(tables.count("settlement", person), is(2L));
        assertThat(tables.sums(person), is(tables.fold(person)));
        assertThat(tables.balances(person).getOrDefault("payable:" + HOSPITAL, 0L), is(0L));
    }

    @Test
    @DisplayName("同一账单以 20 个不同报文编号同时结算：只支付一次，其余指明是哪一笔")
    void oneBillUnderTwentyMessages() throws Exception {
        var person = covered("卄某");
        var bill = bill(person).json();
        var answers = Parallel.run(20, i -> settle(key(), bill).extract());
        assertThat(count(answers, 201), is(1L));
        var number = answers.stream()
                .filter(one -> one.statusCode() == 201)
                .findFirst()
                .orElseThrow()
                .<String>path("number");
        answers.stream()
                .filter(one -> one.statusCode() != 201)
                .forEach(one -> assertThat(
                        one.asString(), allOf(containsString("BILL_ALREADY_SETTLED"), containsString(number))));
        assertThat(tables.payments(person), is(1L));
    }

    @Test
    @DisplayName("两家医院同时为一人结算日期重叠的住院：只支付一家的，另一家的暂缓")
    void twoOverlappingStaysAtOnce() throws Exception {
        provider(SECOND, "第二医院", "tertiary");
        for (var round = 0; round < 4; round++) {
            var person = covered("叠某");
            var answers = Parallel.run(
                    2,
                    i -> post(
                                    hospital(i == 0 ? HOSPITAL : SECOND),
                                    "settlements",
                                    key(),
                                    bill(person).json())
                            .extract());
            assertThat(
                    answers.stream().map(one -> one.<String>path("outcome")).toList(),
                    containsInAnyOrder("PAID", "HELD"));
            assertThat(tables.payments(person), is(1L));
        }
    }

    @Test
    @DisplayName("两家医院同一次留观与住院日期重叠：留观也占着床，后结算的暂缓")
    void whoIsObservedIsNotElsewhere() {
        var city = new OtherCity(feeds);
        var other = "H13100200044";
        city.hospital(other, "secondary");
        var person = city.covered("观某");
        post(
                        hospital(OtherCity.HOSPITAL),
                        "settlements",
                        key(),
                        bill(person).from("2024-05-10", "2024-05-20").json())
                .statusCode(201);
        post(
                        hospital(other),
                        "settlements",
                        key(),
                        bill(person)
                                .careType("emergency_observation")
                                .from("2024-05-12", "2024-05-18")
                                .json())
                .body("outcome", equalTo("HELD"))
                .body("reasons.toString()", containsString("重叠"));
    }

    @Test
    @DisplayName("10,000 条明细、每条 99,999,999.99：合计超出可受理的金额，指明字段，什么也不保存；不溢出")
    void aTotalBeyondEveryBound() {
        var person = covered("巨某");
        var bill = Bills.ofPerson(person);
        for (var i = 0; i < 10_000; i++) {
            bill.item("A-DRUG", "1", "99999999.99", "99999999.99");
        }
        settle(bill.json()).statusCode(400).body("code", equalTo("AMOUNT_OUT_OF_RANGE"));
        preSettle(bill.json()).statusCode(400);
        assertThat(tables.count("settlement", person), is(0L));
        settle(Bills.ofPerson(person).item("A-DRUG", "1", "0.01", "0.01").json())
                .statusCode(201);
    }

    @Test
    @DisplayName("预结算 10,000 条明细的账单：不保存，与结算同一结果")
    void tenThousandLinesAreTried() {
        var person = covered("万某");
        var bill = Bills.ofPerson(person);
        for (var i = 0; i < 10_000; i++) {
            bill.item(i % 2 == 0 ? "A-DRUG" : "B-DRUG", "1", "3.33", "3.33");
        }
        String tried = preSettle(bill.json()).statusCode(200).extract().path("amounts.poolPay");
        assertThat(tables.count("settlement", person), is(0L));
        settle(bill.json()).statusCode(201).body("amounts.poolPay", equalTo(tried));
    }

    @Test
    @DisplayName("登记撤销与结算同时发生：只有一个成")
    void aCancellationRacesASettlement() throws Exception {
        for (var round = 0; round < 4; round++) {
            var person = covered("撤某");
            var encounter = register(person, key()).statusCode(201).extract().<String>path("id");
            var bill = bill(person).json().replaceFirst("\\{", "{\"encounter\": \"" + encounter + "\", ");
            List<Integer> statuses = Parallel.run(
                    2,
                    i -> i == 0
                            ? hospital()
                                    .post(BASE + "encounters/" + encounter + "/cancellation")
                                    .then()
                                    .extract()
                                    .statusCode()
                            : settle(bill).extract().statusCode());
            assertThat(statuses, anyOf(is(List.of(200, 409)), is(List.of(409, 201))));
        }
    }

    @Test
    @DisplayName("冲正与重算同时发生：账目相符，冲正的不再待重算")
    void aReversalRacesARedo() throws Exception {
        for (var round = 0; round < 3; round++) {
            var person = covered("竞某");
            String settled = settle(Bills.ofPerson(person).worked().json())
                    .statusCode(201)
                    .extract()
                    .path("settlementId");
            feeds.category(person, "minimum_living", "2024-01-01");
            Until.holds(
                    () -> approver()
                            .get(BASE + "redo-items/" + settled)
                            .then()
                            .extract()
                            .statusCode(),
                    status -> status == 200);
            var order = "{\"settlementIds\": [\"" + settled + "\"], \"reason\": \"身份后到\"}";
            List<String> jobs = Parallel.run(
                    2,
                    i -> i == 0
                            ? String.valueOf(reverse(settled, key()).extract().statusCode())
                            : post(approver(), "redo-items/orders", key(), order)
                                    .statusCode(202)
                                    .extract()
                                    .<String>path("id"));
            Until.holds(
                    () -> approver()
                            .get(BASE + "jobs/" + jobs.get(1))
                            .then()
                            .extract()
                            .<String>path("state"),
                    state -> !List.of("QUEUED", "RUNNING").contains(state));
            assertThat(jobs.getFirst(), oneOf("201", "409"));
            assertThat(tables.sums(person), is(tables.fold(person)));
            Until.holds(
                    () -> approver()
                            .get(BASE + "redo-items/" + settled)
                            .then()
                            .extract()
                            .<String>path("item.state"),
                    state -> !state.equals("OPEN"));
        }
    }
}
