package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class PaidCareTest extends Care {

    private static final String OTHER = "H36090200002";

    private static Bills tenThousand(UUID person) {
        return Bills.ofPerson(person).item("A-SERVICE", "100", "100", "10000.00");
    }

    private static ValidatableResponse at(String provider, String bill) {
        return post(hospital(provider), "settlements", key(), bill);
    }

    private static Bills visit(UUID person) {
        return Bills.ofPerson(person)
                .careType("11")
                .from("2024-05-10", "2024-05-10")
                .item("A-DRUG", "10", "10", "100.00");
    }

    private static void aClinic() {
        post(admin(), "providers", key(), """
                {"code": "H36090200078", "name": "柳溪村卫生室", "divisionPath": "%s", "level": "village", "kind": "village",
                 "traditional": false, "agreements": [{"qualification": "OUTPATIENT", "validFrom": "2024-01-01", "decision": "协议"}]}
                """.formatted(VILLAGE)).statusCode(201);
    }

    private static String clear(UUID person, String validFrom) {
        String filing = post(reviewer(), "filings", key(), """
                        {"person": {"personId": "%s"}, "validFrom": "%s",
                         "details": {"stayOverlap": {"explanation": "上级医院会诊期间保留床位，病历已核"}}}
                        """.formatted(person, validFrom))
                .statusCode(201)
                .body("state", equalTo("PENDING"))
                .extract()
                .path("id");
        approve(reviewer(), filing).statusCode(409).body("code", equalTo("FILING_NEEDS_TWO_PERSONS"));
        approve(approver(), filing).statusCode(200);
        return filing;
    }

    private static ValidatableResponse approve(RequestSpecification by, String filing) {
        return by.body("{\"opinion\": \"属实\"}")
                .post(BASE + "filings/" + filing + "/approval")
                .then();
    }

    @Test
    @DisplayName("同一账单换报文编号再来：说出第一次的单号，不再支付；行序不同也是同一账单；冲正后可重新结算")
    void theSameBillUnderAnotherMessageIsNotPaidAgain() {
        var person = covered("谭某");
        var bill = Bills.ofPerson(person)
                .item("A-SERVICE", "100", "100", "10000.00")
                .item("A-DRUG", "1", "50", "50.00");
        var turned =
                Bills.ofPerson(person).item("A-DRUG", "1", "50", "50.00").item("A-SERVICE", "100", "100", "10000.00");
        var first = settle(bill.json()).statusCode(201).extract();
        String number = first.path("number");

        for (var again : List.of(bill.json(), turned.json())) {
            settle(again)
                    .statusCode(409)
                    .body("code", equalTo("BILL_ALREADY_SETTLED"), "detail", containsString(number));
            preSettle(again).statusCode(409);
        }
        assertThat(tables.count("settlement", person), is(1L));
        reverse(first.path("settlementId"), key()).statusCode(201);
        settle(bill.json()).statusCode(201);
    }

    @Test
    @DisplayName("单据号：内容相同而单据号不同的两次门诊各自支付；同一单据号换了内容、换了人也不再支付")
    void theHospitalsOwnNumberTellsBillsApart() {
        aClinic();
        var person = covered("廖某");
        at("H36090200078", visit(person).number("MZ-1").json()).statusCode(201);
        at("H36090200078", visit(person).number("MZ-2").json()).statusCode(201);
        at(
                        "H36090200078",
                        visit(person)
                                .number("MZ-1")
                                .item("A-DRUG", "1", "1", "1.00")
                                .json())
                .statusCode(409)
                .body("code", equalTo("BILL_ALREADY_SETTLED"), "detail", containsString("MZ-1"));
        at("H36090200078", visit(covered("邹某")).number("MZ-2").json())
                .statusCode(409)
                .body("code", equalTo("BILL_ALREADY_SETTLED"));
        assertThat(tables.count("settlement", person), is(2L));
    }

    @Test
    @DisplayName("同一账单八个报文编号并发：只支付一次；同一单据号两个人并发：只支付一个")
    void atOnceOnlyOneIsPaid() throws Exception {
        var person = covered("熊某");
        var bill = tenThousand(person).json();

        List<Integer> statuses = Parallel.run(8, i -> settle(bill).extract().statusCode());
        assertThat(statuses.stream().filter(status -> status == 201).count(), is(1L));
        assertThat(statuses.stream().filter(status -> status == 409).count(), is(7L));
        assertThat(tables.sums(person), hasEntry("pool_paid_ytd", 5640_00L));

        aClinic();
        var persons = List.of(covered("孟某"), covered("秦某"));
        var shared = "MZ-" + key();
        List<String> codes = Parallel.run(
                6,
                i -> at("H36090200078", visit(persons.get(i % 2)).number(shared).json())
                        .extract()
                        .<String>path("code"));
        assertThat(codes.stream().filter("BILL_ALREADY_SETTLED"::equals).count(), is(5L));
    }

    @Test
    @DisplayName("与另一次已支付住院的日期重叠：暂缓，写明与哪一单；首尾同日（转院）不算；两人核实后进待重算清单")
    void anOverlappingStayWaitsForTwoPersons() {
        provider(OTHER, "第二医院", "tertiary");
        var person = covered("江某");
        String number = settle(
                        tenThousand(person).from("2024-03-02", "2024-03-20").json())
                .statusCode(201)
                .extract()
                .path("number");
        at(OTHER, tenThousand(person).from("2024-03-20", "2024-03-25").json())
                .statusCode(201)
                .body("outcome", equalTo("PAID"));

        String held = at(
                        OTHER,
                        tenThousand(person).from("2024-03-10", "2024-03-15").json())
                .statusCode(200)
                .body("outcome", equalTo("HELD"), "reasons[0].code", equalTo("STAY_OVERLAPS"))
                .body("reasons[0].cure", containsString("两人核实"), "unverified[0]", containsString(number))
                .body("amounts.fundPay", equalTo("0.00"))
                .extract()
                .path("settlementId");
        clear(person, "2024-03-10");
        var item = Until.holds(
                () -> approver()
                        .get(BASE + "redo-items?benefitYear=2024&limit=1000")
                        .then()
                        .extract()
                        .<java.util.Map<String, Object>>path("items.find { it.settlementId == '" + held + "' }"),
                found -> found != null);
        assertThat(item, allOf(hasEntry("outcome", "HELD"), hasEntry("newOutcome", "PAID")));
        at(OTHER, tenThousand(person).from("2024-03-10", "2024-03-15").json())
                .statusCode(201)
                .body("outcome", equalTo("PAID"));
    }

    @Test
    @DisplayName("两家医院同时结算重叠的住院，也跨年：一笔支付，一笔暂缓")
    void overlappingStaysAtOnceAreSeen() throws Exception {
        provider(OTHER, "第二医院", "tertiary");
        var person = covered("史某");
        var outcomes = Parallel.run(
                2,
                i -> at(
                                i == 0 ? HOSPITAL : OTHER,
                                tenThousand(person)
                                        .from("2024-04-0" + (i + 1), "2024-04-1" + i)
                                        .json())
                        .extract()
                        .<String>path("outcome"));
        assertThat(outcomes, containsInAnyOrder("PAID", "HELD"));

        feeds.standard(2025, "400.00", "\"36000.00\"");
        feeds.covered(person, 2025, "2025-01-01", "2025-12-31");
        var acrossYears = Parallel.run(
                2,
                i -> at(
                                i == 0 ? HOSPITAL : OTHER,
                                tenThousand(person)
                                        .from("2024-12-2" + i, i == 0 ? "2024-12-30" : "2025-01-05")
                                        .json())
                        .extract()
                        .<String>path("outcome"));
        assertThat(acrossYears, containsInAnyOrder("PAID", "HELD"));
    }

    @Test
    @DisplayName("同一医院同日两张一日住院的账单，明细写得不同：后一张暂缓，核实前不付")
    void twoDayCasesAtOneHospitalOverlap() {
        var person = covered("同某");
        at(HOSPITAL, tenThousand(person).from("2024-05-20", "2024-05-20").json())
                .statusCode(201);
        var again = Bills.ofPerson(person).from("2024-05-20", "2024-05-20").item("A-DRUG", "100", "101", "10100.00");
        at(HOSPITAL, again.json())
                .statusCode(200)
                .body("outcome", equalTo("HELD"), "reasons.code", hasItem("STAY_OVERLAPS"));
    }

    @Test
    @DisplayName("同日在两处住院（各一日）：急救后转院可能属实，都支付，后一次列为疑点")
    void twoStaysOfOneDayAreLookedAt() {
        provider(OTHER, "第二医院", "tertiary");
        var person = covered("同某");
        at(HOSPITAL, tenThousand(person).from("2024-05-20", "2024-05-20").json())
                .statusCode(201);

        String second = at(
                        OTHER,
                        tenThousand(person).from("2024-05-20", "2024-05-20").json())
                .statusCode(201)
                .extract()
                .path("settlementId");

        Until.holds(
                () -> reviewer()
                        .get(BASE + "findings?limit=1000&person=" + person)
                        .then()
                        .extract()
                        .<List<String>>path("settlementId"),
                found -> found.contains(second));
    }
}
