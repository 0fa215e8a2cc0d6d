package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class AtOnceTest extends Care {

    @Test
    @DisplayName("同一报文并发 50 次：一笔结算，50 个相同答复；同号异文：409")
    void theSameMessageFiftyTimesSettlesOnce() throws Exception {
        var person = covered("王某");
        var bill = Bills.ofPerson(person).item("A-DRUG", "10", "100", "1000.00").json();
        var key = key();

        var answers = Parallel.run(50, i -> settle(key, bill).extract());

        answers.forEach(answer -> assertThat(answer.statusCode(), is(201)));
        assertThat(answers.stream().map(answer -> answer.asString()).distinct().count(), is(1L));
        assertThat(tables.count("settlement", person), is(1L));
        settle(
                        key,
                        Bills.ofPerson(person)
                                .item("A-DRUG", "10", "200", "2000.00")
                                .json())
                .statusCode(409)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        hospital()
                .get(BASE + "settlements/by-message/" + key)
                .then()
                .statusCode(200)
                .body("settlementId", equalTo(answers.getFirst().path("settlementId")));
    }

    @Test
    @DisplayName("同一报文重发：答复逐字节相同，无论与文书一起存放，还是以前那样分开存放")
    void anAnswerIsGivenOnceMoreWhereverItStands() {
        var bill = Bills.ofPerson(covered("卫某"))
                .item("A-DRUG", "10", "100", "1000.00")
                .json();
        var key = key();

        var first = settle(key, bill).statusCode(201).extract();
        var again = settle(key, bill).header("Idempotency-Replayed", "true").extract();
        assertThat(again.asByteArray(), equalTo(first.asByteArray()));
        assertThat(again.header("Location"), equalTo(first.header("Location")));
        assertThat(again.statusCode(), is(201));

        tables.answerStoredApart("hospital-" + HOSPITAL, key, "{\"of\":\"before\"}");
        assertThat(settle(key, bill).statusCode(201).extract().asString(), is("{\"of\":\"before\"}"));
    }

    /** 40,000.00 in a week of its own. */
    private static String week(UUID person, int number) {
        return Bills.ofPerson(person)
                .week(number)
                .item("A-SERVICE", "100", "400", "40000.00")
                .json();
    }

    @Test
    @DisplayName("第二十八条 年度限额：两家医院同时为一人结算，限额不会被突破")
    void twoHospitalsAtOnceNeverPassTheCap() throws Exception {
        provider("H36090200002", "第二医院", "tertiary");
        var person = covered("赵某");
        var pool = new AtomicLong();
        var answers = Parallel.run(
                8,
                i -> post(hospital(i % 2 == 0 ? HOSPITAL : "H36090200002"), "settlements", key(), week(person, i))
                        .statusCode(201)
                        .extract());
        answers.forEach(answer -> pool.addAndGet(fen(answer.path("amounts.poolPay"))));

        assertThat(pool.get(), is(100_000_00L));
        assertThat(
                answers.stream()
                        .filter(one -> !one.<List<?>>path("reasons").isEmpty())
                        .count(),
                greaterThanOrEqualTo(3L));
        assertThat(tables.sums(person), is(tables.fold(person)));
        assertThat(tables.sums(person), hasEntry("pool_paid_ytd", 100_000_00L));
    }

    @Test
    @DisplayName("冲正与结算同时发生：先冲正的其后照常结算，后冲正的使其后的重算；累计总等于分录之和，限额不会被突破")
    void aReversalRacingSettlementsKeepsTheBooks() throws Exception {
        var person = covered("褚某");
        String first = settle(key(), week(person, 20)).statusCode(201).extract().path("settlementId");

        var statuses = Parallel.run(
                9,
                i -> i == 4
                        ? reverse(first, key()).extract().statusCode()
                        : settle(key(), week(person, i)).extract().statusCode());

        assertThat(statuses, everyItem(is(201)));
        assertThat(tables.sums(person), is(tables.fold(person)));
        assertThat(tables.sums(person).get("pool_paid_ytd"), is(100_000_00L));
    }
}
