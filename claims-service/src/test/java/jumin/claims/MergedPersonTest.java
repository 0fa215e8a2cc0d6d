package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class MergedPersonTest extends Care {

    private static final String NAME = "温某";

    private String survivorNumber;
    private String secondNumber;
    private UUID survivor;
    private UUID second;

    @BeforeEach
    void twoRecordsOfOnePerson() {
        survivorNumber = Ids.next();
        secondNumber = Ids.next();
        survivor = feeds.person(survivorNumber, NAME, VILLAGE);
        second = feeds.person(secondNumber, NAME, VILLAGE);
        List.of(survivor, second).forEach(one -> feeds.covered(one, 2024, "2024-01-01", "2024-12-31"));
    }

    private void merge() {
        feeds.person(second, secondNumber, NAME, VILLAGE, Optional.of(survivor));
        feeds.coverage(second, 2024, "[]", "null");
    }

    private void undo() {
        feeds.person(second, secondNumber, NAME, VILLAGE, Optional.empty());
        feeds.covered(second, 2024, "2024-01-01", "2024-12-31");
    }

    /** (80,000 − 600) × 60%. */
    private static String eightyThousand(UUID person, int week) {
        return Bills.ofPerson(person)
                .week(week)
                .item("A-SERVICE", "100", "800", "80000.00")
                .json();
    }

    private static List<Map<String, Object>> open(UUID record) {
        return approver()
                .get(BASE + "redo-items?benefitYear=2024&limit=1000")
                .then()
                .extract()
                .path("items.findAll { it.personId == '" + record + "' }");
    }

    private static void redo(Object settlement) {
        String job = post(
                        approver(),
                        "redo-items/orders",
                        key(),
                        "{\"settlementIds\": [\"" + settlement + "\"], \"reason\": \"登记合并\"}")
                .statusCode(202)
                .extract()
                .path("id");
        Until.holds(
                () -> approver().get(BASE + "jobs/" + job).then().extract().<String>path("state"),
                state -> state.equals("SUCCEEDED"));
    }

    @Test
    @DisplayName("合并后：原证件号码指向保留的人；两边的累计都算，年度限额（第二十八条）不会付两次")
    void bothRecordsCountAgainstTheCap() {
        for (var week = 1; week <= 2; week++) {
            settle(eightyThousand(second, week)).statusCode(201).body("amounts.poolPay", equalTo("47640.00"));
        }
        merge();

        settle(Bills.of(secondNumber, NAME)
                        .week(3)
                        .item("A-SERVICE", "100", "800", "80000.00")
                        .json())
                .statusCode(201)
                .body("personId", equalTo(survivor.toString()), "amounts.poolPay", equalTo("4720.00"));
        settle(Bills.ofPerson(second).week(1).item("A-DRUG", "1", "10", "10.00").json())
                .statusCode(200)
                .body("outcome", equalTo("HELD"), "reasons[0].code", equalTo("STAY_OVERLAPS"));
        clerk(TOWNSHIP)
                .get(BASE + "persons/" + survivor + "/accumulators?benefitYear=2024")
                .then()
                .body("sums.pool_paid_ytd", equalTo("100000.00"));
        assertThat(tables.sums(survivor), is(tables.fold(survivor)));
    }

    @Test
    @DisplayName("合并列入待重算清单，重算后决定归保留的人，金额不变；撤销合并再列入，重算后回到原来的人")
    void decisionsMoveToTheSurvivorAndBack() {
        String id = settle(eightyThousand(second, 1)).extract().path("settlementId");
        var before = tables.sums(second);
        merge();

        var item = Until.holds(() -> open(second), found -> !found.isEmpty()).getFirst();
        assertThat(item.get("settlementId"), is(id));
        assertThat(item.get("changed").toString(), containsString("person"));
        redo(id);
        assertThat(tables.sums(second), is(Map.of()));
        assertThat(tables.sums(survivor), is(before));
        String moved = hospital()
                .get(BASE + "settlements/" + id)
                .then()
                .body("reversedBy", notNullValue())
                .extract()
                .path("replacedBy");
        hospital()
                .get(BASE + "settlements/" + moved)
                .then()
                .body("personId", equalTo(survivor.toString()), "amounts.poolPay", equalTo("47640.00"));

        undo();
        Until.holds(() -> open(survivor), found -> !found.isEmpty());
        redo(moved);
        assertThat(tables.sums(survivor), is(Map.of()));
        assertThat(tables.sums(second), is(before));
        assertThat(tables.fold(second), is(before));
        Until.holds(() -> open(second), List::isEmpty);
        Until.holds(() -> open(survivor), List::isEmpty);
    }

    @Test
    @DisplayName("合并后冲正原记录的一笔：限额让出，保留的人的后一笔列入待重算（第二十八条）")
    void aReversalInOneRecordIsNoticedInTheOther() {
        String first = settle(eightyThousand(second, 1)).extract().path("settlementId");
        settle(eightyThousand(second, 2)).statusCode(201);
        merge();
        String last = settle(eightyThousand(survivor, 3))
                .statusCode(201)
                .body("amounts.poolPay", equalTo("4720.00"))
                .extract()
                .path("settlementId");
        Until.holds(() -> tables.suspects(), none -> none == 0);

        reverse(first, key()).statusCode(201);

        var item = Until.holds(
                () -> open(survivor).stream()
                        .filter(one -> one.get("settlementId").equals(last))
                        .toList(),
                found -> !found.isEmpty());
        assertThat(((Map<?, ?>) item.getFirst().get("difference")).get("poolPay"), is("42920.00"));
    }

    @Test
    @DisplayName("合并时前后结算并发：累计仍是分录之和，限额不会被突破")
    void settlementsOfBothRecordsAtOnceKeepTheCap() throws Exception {
        settle(eightyThousand(second, 1)).statusCode(201);
        merge();

        Parallel.run(
                4,
                i -> settle(eightyThousand(i % 2 == 0 ? survivor : second, 10 + i))
                        .statusCode(201)
                        .extract());

        var pool =
                tables.sums(survivor).get("pool_paid_ytd") + tables.sums(second).get("pool_paid_ytd");
        assertThat(pool, is(100_000_00L));
        assertThat(tables.sums(survivor), is(tables.fold(survivor)));
    }

    private static io.restassured.response.ValidatableResponse reverse(String settlement) {
        return post(hospital(), "settlements/" + settlement + "/reversal", key(), "{\"reason\": \"收费有误\"}")
                .statusCode(201);
    }

    @Test
    @DisplayName("合并移来的决定按当初做出的先后排列：冲正其中一笔，之后做出的决定都重新核算，不论在谁的记录里编过号")
    void movedDecisionsKeepTheirOrderInTime() {
        reverse(settle(eightyThousand(second, 9)).extract().path("settlementId"));
        String first = settle(eightyThousand(second, 1)).extract().path("settlementId");
        settle(eightyThousand(second, 2)).statusCode(201);
        String last = settle(eightyThousand(survivor, 3))
                .body("amounts.poolPay", equalTo("47640.00"))
                .extract()
                .path("settlementId");
        merge();
        Until.holds(() -> open(survivor), found -> !found.isEmpty());
        redo(first);
        assertThat(tables.sums(survivor).get("pool_paid_ytd"), is(100_000_00L));

        String moved =
                hospital().get(BASE + "settlements/" + first).then().extract().path("replacedBy");
        reverse(moved);
        assertThat(tables.sums(survivor).get("pool_paid_ytd"), is(95_280_00L));
        assertThat(tables.sums(survivor), is(tables.fold(survivor)));
        String lowered =
                hospital().get(BASE + "settlements/" + last).then().extract().path("replacedBy");
        hospital()
                .get(BASE + "settlements/" + lowered)
                .then()
                .body("amounts.poolPay", equalTo("4720.00"), "replacedBy", notNullValue());
    }
}
