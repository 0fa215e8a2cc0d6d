package jumin.enrollment.grant;

import static jumin.enrollment.Calls.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import jumin.enrollment.Demo;
import jumin.enrollment.Standard2024;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is entered about a grant, before it is stored and before it comes into force. */
@QuarkusTest
class GrantChecksTest {

    private static final int YEAR = 2086;

    @Inject
    Standard2024 standard;

    @BeforeEach
    void aStandard() throws Exception {
        Demo.divisions();
        Demo.clockAt("2085-10-10T09:00:00");
        standard.published(YEAR, "400.00");
    }

    private static String policy(String login) {
        return Tokens.staff("policy", login, "360900/");
    }

    private static ValidatableResponse proposed(int year, String amount) {
        var grant = new HashMap<String, Object>(
                Map.of("divisionCode", Demo.AREA, "benefitYear", year, "category", "minimum_living", "full", false));
        grant.put("amount", amount);
        grant.put("decisionNumber", "宜医保〔2085〕9号");
        return post(policy("p1"), grant, "/subsidy-grants");
    }

    private static void refused(ValidatableResponse answer, String pointer) {
        answer.statusCode(422)
                .body("code", equalTo("GRANT_INVALID"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].suggestion", containsString("请"));
    }

    @Test
    @DisplayName("负数、零、多于个人缴费标准的金额，离今天太远的年度：指明哪一栏、怎样改")
    void whatCannotBeMeantIsRefusedAtOnce() {
        for (var amount : new String[] {"-1.00", "0.00", "400.01", "9999999.00"}) {
            refused(proposed(YEAR, amount), "/amount");
        }
        for (var year : new int[] {2000, 2083, 2088}) {
            refused(proposed(year, "100.00"), "/benefitYear");
        }
        proposed(2084, "100.00").statusCode(201);
        proposed(2087, "100.00").statusCode(201);
    }

    @Test
    @DisplayName("缴费标准后到的，复核时再核对金额；仍可退回")
    void aStandardThatComesLaterBoundsTheAmountToo() throws Exception {
        Demo.clockAt("2086-10-10T09:00:00");
        String id = proposed(YEAR + 1, "500.00").statusCode(201).extract().path("grantId");
        standard.published(YEAR + 1, "420.00");
        refused(ruled(id, true), "/amount");
        ruled(id, false).statusCode(200).body("state", equalTo("REJECTED"));
    }

    private static ValidatableResponse ruled(String id, boolean approved) {
        return post(policy("p2"), Map.of("approved", approved), "/subsidy-grants/{id}/approval", id);
    }

    @Test
    @DisplayName("他人已提出的终止，不能改成自己的；由其复核")
    void theOpenProposalOfAnotherStands() {
        String id = proposed(YEAR, "400.00").statusCode(201).extract().path("grantId");
        ruled(id, true).statusCode(200).body("state", equalTo("IN_FORCE"));
        end("p1", "宜医保〔2085〕12号", id).statusCode(200);

        end("p2", "宜医保〔2085〕13号", id).statusCode(409).body("code", equalTo("GRANT_NOT_PENDING"));

        post(policy("p2"), Map.of("approved", true), "/subsidy-grants/{id}/ending-approval", id)
                .statusCode(200)
                .body("endingDocument", equalTo("宜医保〔2085〕12号"))
                .body("endingProposedBy", equalTo("p1"));
    }

    private static ValidatableResponse end(String login, String document, String id) {
        return post(policy(login), Map.of("document", document), "/subsidy-grants/{id}/ending", id);
    }
}
