package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 部分成立、延长期限. */
@ClaimsTest
class FindingInPartTest extends Care {

    private static ValidatableResponse decide(RequestSpecification by, String id, String amount) {
        return by.body("{\"upheld\": true, \"reason\": \"第 2 行成立\", \"amount\": \"%s\"}".formatted(amount))
                .post(BASE + "findings/" + id + "/decision")
                .then();
    }

    private static ValidatableResponse say(String id) {
        return clerk(TOWNSHIP)
                .body("{\"text\": \"本人说明\"}")
                .post(BASE + "findings/" + id + "/answer")
                .then();
    }

    private static ValidatableResponse extend(RequestSpecification by, String id, LocalDate until) {
        return by.body("{\"until\": \"%s\", \"reason\": \"病案室搬迁\"}".formatted(until))
                .post(BASE + "findings/" + id + "/extension")
                .then();
    }

    private static List<String> amounts(String settlement, String state) {
        return approver()
                .get(BASE + "payouts?limit=1000&state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .path("findAll { it.settlementId == '" + settlement + "' }.amount");
    }

    @Test
    @DisplayName("疑点部分成立：大于零、不超过涉及金额；申诉只能降低；终结的只追回成立的部分")
    void aFindingIsUpheldForAPart() {
        var settlement = FindingTest.reimbursed(covered("金某"));
        var id = FindingTest.raised(settlement, "1000.00");
        say(id).statusCode(200);
        for (var wrong : List.of("0.00", "1000.01")) {
            decide(approver(), id, wrong)
                    .statusCode(400)
                    .body("code", equalTo("AMOUNT_OUT_OF_RANGE"), "errors[0].pointer", equalTo("/amount"));
        }
        decide(approver(), id, "600.00")
                .statusCode(200)
                .body("state", equalTo("UPHELD"), "upheldAmount", equalTo("600.00"), "amount", equalTo("1000.00"));
        say(id).statusCode(200).body("state", equalTo("APPEALED"));
        decide(secondApprover(), id, "600.01").statusCode(400);
        decide(secondApprover(), id, "140.00")
                .statusCode(200)
                .body("state", equalTo("FINAL"), "upheldAmount", equalTo("140.00"));
        assertThat(amounts(settlement, "RECOVERED"), contains("140.00"));
        assertThat(amounts(settlement, "READY"), contains("5500.00"));
    }

    @Test
    @DisplayName("两人同时裁定不同的金额：恰好一个算数")
    void twoDecidersAtOnce() throws Exception {
        var id = FindingTest.raised(FindingTest.reimbursed(covered("金某")), "1000.00");
        say(id).statusCode(200);
        var tasks = new ArrayList<Callable<Integer>>();
        for (var i = 1; i <= 8; i++) {
            var by = as(Tokens.staff("county_approver", "decider-" + i, COUNTY));
            var amount = i + "00.00";
            tasks.add(() -> decide(by, id, amount).extract().statusCode());
        }
        var codes = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(tasks)) {
                codes.add(answer.get());
            }
        }
        assertThat(codes.stream().filter(code -> code == 200).toList(), hasSize(1));
    }

    @Test
    @DisplayName("延长申辩期限：只能延后，写明理由，机构看得到；已申辩的不能延长")
    void moreTimeToAnswer() {
        var id = FindingTest.raised(FindingTest.reimbursed(covered("金某")), "100.00");
        String until = approver().get(BASE + "findings/" + id).then().extract().path("answerBy");
        var last = LocalDate.parse(until);
        extend(reviewer(), id, last).statusCode(400).body("errors[0].pointer", equalTo("/until"));
        extend(clerk(TOWNSHIP), id, last.plusDays(5)).statusCode(403);
        extend(reviewer(), id, last.plusDays(5))
                .statusCode(200)
                .body("answerBy", equalTo(last.plusDays(5).toString()), "extension", equalTo("病案室搬迁"));
        say(id).statusCode(200);
        extend(reviewer(), id, last.plusDays(9)).statusCode(409).body("code", equalTo("FINDING_STATE_DIFFERS"));
    }
}
