package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import jumin.claims.message.Intakes;
import jumin.claims.message.MessageKind;
import jumin.claims.message.Received;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class MessageTest extends Care {

    /** Longer than a message may be worked at, and longer than an outcome may stay unknown. */
    private static final int UNKNOWN = 60;

    private static final int OVERDUE = 3600;

    @Inject
    Intakes intakes;

    private static ValidatableResponse message(String id) {
        return hospital().get(BASE + "messages/" + id).then();
    }

    private static String decided(String id) {
        return Until.holds(() -> message(id).extract().path("state"), state -> !"UNKNOWN".equals(state));
    }

    private String bill(String name) {
        return Bills.ofPerson(covered(name))
                .item("A-DRUG", "10", "100", "1000.00")
                .json();
    }

    @Test
    @DisplayName("受理后进程中断：列为结果未知，本机构和县级可见，别的机构、别的县不可见")
    void aMessageOfADeadProcessIsUnknownToWhomItConcerns() {
        var lost = key();
        tables.messageOfADeadProcess(HOSPITAL, lost, UNKNOWN);

        message(lost)
                .statusCode(200)
                .body("state", equalTo("UNKNOWN"), "kind", equalTo("SETTLEMENT"))
                .body("decidedAtLatest", notNullValue(), "next", containsString("原编号重发"));
        hospital().get(BASE + "messages").then().statusCode(200).body("messageId", hasItem(lost));
        reviewer()
                .get(BASE + "messages?state=UNKNOWN&limit=1000&provider=" + HOSPITAL)
                .then()
                .statusCode(200)
                .body("messageId", hasItem(lost));
        hospital("H36090299999").get(BASE + "messages/" + lost).then().statusCode(404);
        hospital("H36090299999").get(BASE + "messages").then().body("messageId", not(hasItem(lost)));
        clerk("360900/360903/").get(BASE + "messages").then().statusCode(200).body("$", empty());
        policy().get(BASE + "messages").then().statusCode(403);
    }

    @Test
    @DisplayName("到时仍没有答复：没有写入的查明为未办理，迟到的同号报文不再生效")
    void whatWasNotWrittenIsNotDoneForGood() {
        var person = covered("陶某");
        var lost = key();
        tables.messageOfADeadProcess(HOSPITAL, lost, OVERDUE);

        assertThat(decided(lost), is("NOT_DONE"));
        message(lost).body("decidedBy", equalTo("TIME_LIMIT"), "next", containsString("换新的编号"));
        settle(
                        lost,
                        Bills.ofPerson(person)
                                .item("A-DRUG", "10", "100", "1000.00")
                                .json())
                .statusCode(409)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        assertThat(tables.count("settlement", person), is(0L));
        message(lost).body("state", equalTo("NOT_DONE"));
    }

    @Test
    @DisplayName("到时仍没有答复：其实已写入的查明为已办理，指明是哪一笔结算；重发得到原来的答复")
    void whatWasWrittenAfterAllIsSettled() {
        var bill = bill("姜某");
        var lost = key();
        String settlement = settle(lost, bill).statusCode(201).extract().path("settlementId");
        Until.holds(() -> tables.openAttempts(lost), open -> open == 0);
        tables.messageOfADeadProcess(HOSPITAL, lost, OVERDUE);

        Until.holds(() -> message(lost).extract().<String>path("decidedBy"), by -> by != null);
        message(lost).body("state", equalTo("SETTLED"), "settlementId", equalTo(settlement));
        settle(lost, bill).statusCode(201).header("Idempotency-Replayed", equalTo("true"));
    }

    @Test
    @DisplayName("受理与写入之间中断：办理中可查，中断后留待查明；重发同号报文照常结算，只结算一次")
    void aCrashBetweenIntakeAndWritingLeavesTheMessageOpen() throws Exception {
        var person = covered("戚某");
        var lost = key();
        var begun = new CountDownLatch(1);
        var crash = new CountDownLatch(1);
        var died = new AtomicReference<Throwable>();
        var received =
                new Received(HOSPITAL, "hospital-" + HOSPITAL, lost, MessageKind.SETTLEMENT, Optional.of(person));
        var process = Thread.ofVirtual()
                .start(() -> died.set(assertThrows(
                        StackOverflowError.class,
                        () -> intakes.during(received, () -> {
                            begun.countDown();
                            wait(crash);
                            throw new StackOverflowError("the process dies here");
                        }))));

        begun.await();
        message(lost).statusCode(200).body("state", equalTo("IN_PROGRESS"));
        clerk(TOWNSHIP)
                .get(BASE + "messages?state=IN_PROGRESS&limit=1000")
                .then()
                .body("messageId", hasItem(lost));
        crash.countDown();
        process.join();
        assertThat(died.get(), notNullValue());
        assertThat(tables.openAttempts(lost), is(1L));

        settle(
                        lost,
                        Bills.ofPerson(person)
                                .item("A-DRUG", "10", "100", "1000.00")
                                .json())
                .statusCode(201);
        Until.holds(() -> tables.openAttempts(lost), open -> open == 0);
        message(lost).body("state", equalTo("SETTLED"), "decidedBy", nullValue());
        assertThat(tables.count("settlement", person), is(1L));
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    @Test
    @DisplayName("结算写入之前：受理已随读取留下，办理中可查；写入后不再留待查明")
    void aSettlementOnItsWayIsSeen() throws Exception {
        var person = covered("卞某");
        settle(
                        key(),
                        Bills.ofPerson(person)
                                .item("A-DRUG", "10", "90", "900.00")
                                .json())
                .statusCode(201);
        var slow = key();
        var second = Bills.ofPerson(person)
                .week(20)
                .item("A-DRUG", "10", "100", "1000.00")
                .json();
        var status = new AtomicInteger();
        var sender = Thread.ofVirtual()
                .unstarted(() -> status.set(settle(slow, second).extract().statusCode()));

        tables.whileYearIsHeld(person, () -> {
            sender.start();
            Until.holds(() -> tables.openAttempts(slow), open -> open == 1);
            message(slow).statusCode(200).body("state", equalTo("IN_PROGRESS"));
        });
        sender.join();

        assertThat(status.get(), is(201));
        assertThat(tables.openAttempts(slow), is(0L));
        message(slow).body("state", equalTo("SETTLED"));
    }

    @Test
    @DisplayName("得到答复的报文不留待查明：支付、退回更正（什么也没有保存）都是答复")
    void anAnsweredMessageIsNotOpen() {
        var paid = key();
        settle(paid, bill("谢某")).statusCode(201);
        var wrong = key();
        settle(
                        wrong,
                        Bills.ofPerson(covered("邹某"))
                                .item("A-DRUG", "10", "100", "1000.00")
                                .json("999.00"))
                .statusCode(400);

        Until.holds(() -> tables.openAttempts(paid) + tables.openAttempts(wrong), open -> open == 0);
        message(wrong).statusCode(404);
        message(paid).body("state", equalTo("SETTLED"));
    }

    @Test
    @DisplayName("机构自己了结结果未知的报文：写明原因，列为未办理")
    void theProviderResolvesItselfAndSaysWhy() {
        var lost = key();
        tables.messageOfADeadProcess(HOSPITAL, lost, UNKNOWN);
        hospital()
                .body("{\"reason\": \"窗口已改手工\"}")
                .post(BASE + "settlements/by-message/" + lost + "/resolution")
                .then()
                .statusCode(200)
                .body("state", equalTo("VOID"));

        reviewer()
                .get(BASE + "messages?state=NOT_DONE&limit=1000")
                .then()
                .body("find { it.messageId == '" + lost + "' }.decidedBy", equalTo("PROVIDER"))
                .body("find { it.messageId == '" + lost + "' }.reason", equalTo("窗口已改手工"));
        assertThat(tables.openAttempts(lost), is(0L));
    }
}
