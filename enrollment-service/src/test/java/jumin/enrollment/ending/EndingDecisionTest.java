package jumin.enrollment.ending;

import static jumin.enrollment.Calls.enrollment;
import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.reviewer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.enrollment.Standard2024;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndingDecisionTest {

    private static final String PROPOSE = "/enrollments/{id}/ending-decisions";
    private static final String DECIDE = "/ending-decisions/{id}/approval";
    private static final Map<String, Object> YES = Map.of("approved", true, "reason", "与材料一致");

    @Inject
    FeedOfThisService feed;

    @Inject
    Standard2024 contribution;

    private String id;
    private String enrollment;

    @BeforeEach
    void somebodyEnrolledFor2024() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        id = registered(person("裘终止", idNumber(LocalDate.of(1991, 5, 6), true)));
        enrollment = enrollment(id);
        Demo.clockAt("2024-07-20T09:00:00");
    }

    private static String approver() {
        return Tokens.staff("county_approver", "approver", "360900/360902/");
    }

    private static Map<String, Object> decision(String event, String on, String last) {
        return new HashMap<>(Map.of(
                "event",
                event,
                "on",
                on,
                "lastCoveredDay",
                last,
                "reason",
                "保外就医",
                "evidence",
                "决定书",
                "document",
                "会议纪要〔2024〕3号"));
    }

    @Test
    @DisplayName("条文没有写明的终止：县级一人提出最后享受待遇之日、另一人复核后终止，别的服务得知该日；县级可撤销")
    void theCountyDecidesWhatTheTextDoesNot() {
        var proposed = decision("MEDICAL_PAROLE", "2024-07-01", "2024-07-31");
        post(clerk(), proposed, PROPOSE, enrollment).statusCode(403);
        String asked = post(reviewer(), proposed, PROPOSE, enrollment)
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("decisionId");
        post(reviewer(), proposed, PROPOSE, enrollment).statusCode(409).body("code", equalTo("ENDING_DECISION_OPEN"));
        post(reviewer(), YES, DECIDE, asked).statusCode(403).body("code", equalTo("ENDING_SECOND_PERSON"));
        get(approver(), "/ending-decisions?size=100").body("items.decisionId", hasItem(asked));
        get(Demo.otherClerk(), "/ending-decisions?size=100").body("items.decisionId", not(hasItem(asked)));
        assertEquals("ENROLLED", feed.last("enrollment", id).get("state").asText());

        String ended = post(approver(), YES, DECIDE, asked)
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .extract()
                .path("endingId");
        var published = feed.last("enrollment", id);
        assertEquals("TERMINATED", published.get("state").asText());
        assertEquals("2024-07-31", published.get("endedOn").asText());
        assertEquals("county_decision", published.get("endReason").asText());
        get(clerk(), "/persons/{id}/endings", id).body("items[0].effects[0].explanation", containsString("2024-07-31"));
        post(approver(), YES, DECIDE, asked).statusCode(409).body("code", equalTo("ENDING_DECISION_DECIDED"));

        post(clerk(), Map.of("reason", "误报"), "/endings/{id}/undo", ended).statusCode(403);
        post(reviewer(), Map.of("reason", "误报"), "/endings/{id}/undo", ended).statusCode(200);
        assertEquals("ENROLLED", feed.last("enrollment", id).get("state").asText());
    }

    @Test
    @DisplayName("条文已有规定的不另行决定；日期不通的说明改法；退回的可再提出；其他情形也报县级")
    void whatTheTextSaysIsNotDecided() {
        post(reviewer(), decision("MILITARY_SERVICE", "2024-07-01", "2024-07-31"), PROPOSE, enrollment)
                .statusCode(409)
                .body("code", equalTo("ENDING_NOT_HELD"));
        post(reviewer(), decision("MEDICAL_PAROLE", "2024-07-01", "2024-06-29"), PROPOSE, enrollment)
                .statusCode(422)
                .body("errors[0].suggestion", containsString("2024-06-30"));
        post(
                        clerk(),
                        Map.of("event", "OTHER", "on", "2024-07-01", "reason", "登记有误", "evidence", "说明"),
                        "/persons/{id}/endings",
                        id)
                .statusCode(422)
                .body("code", equalTo("ENDING_HELD"))
                .body("detail", containsString("县级终止决定"));
        String asked = post(reviewer(), decision("OTHER", "2024-07-01", "2024-06-30"), PROPOSE, enrollment)
                .statusCode(201)
                .extract()
                .path("decisionId");
        post(approver(), Map.of("approved", false, "reason", "材料不足"), DECIDE, asked)
                .statusCode(200)
                .body("state", equalTo("REFUSED"));
        get(clerk(), "/persons/{id}/enrollments", id).body("items.state", equalTo(List.of("ENROLLED")));
        post(reviewer(), decision("OTHER", "2024-07-01", "2024-06-30"), PROPOSE, enrollment)
                .statusCode(201);
    }

    private static Map<String, Object> army(String on) {
        return Map.of("event", "MILITARY_SERVICE", "on", on, "reason", "入伍", "evidence", "入伍通知书");
    }

    @Test
    @DisplayName("第二十二条：能否退费看待遇享受期何日开始——以征缴服务所定为准，等待期内的尚未开始")
    void theRefundLooksAtTheFirstDayOfCover() throws Exception {
        contribution.coveredFrom(id, 2024, "2024-05-10");

        post(clerk(), army("2024-05-05"), "/persons/{id}/endings/trial", id)
                .statusCode(200)
                .body("effects[0].refund.outcome", equalTo("GRANTED"))
                .body("effects[0].explanation", containsString("不再开始"));
        post(clerk(), army("2024-05-20"), "/persons/{id}/endings/trial", id)
                .body("effects[0].refund.outcome", equalTo("REFUSED"))
                .body("effects[0].lastCoveredDay", equalTo("2024-05-19"));
    }

    @Test
    @DisplayName("第十九条、第二十二条：征缴服务还没有结论的，按条文：逾期参保的等待期满前可退")
    void withoutAWordTheLawIsAsked() throws Exception {
        contribution.published(2052, "380.00");
        Demo.clockAt("2052-03-10T09:00:00");
        var late = person("裘逾期", idNumber(LocalDate.of(2020, 5, 6), true));
        late.put("benefitYear", 2052);
        var person = registered(late);
        Demo.clockAt("2052-07-20T09:00:00");

        post(clerk(), army("2052-04-01"), "/persons/{id}/endings/trial", person)
                .statusCode(200)
                .body("effects[0].refund.outcome", equalTo("GRANTED"));
        post(clerk(), army("2052-07-01"), "/persons/{id}/endings/trial", person)
                .statusCode(200)
                .body("effects[0].refund.outcome", equalTo("REFUSED"));
    }
}
