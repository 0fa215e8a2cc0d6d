package jumin.enrollment.registration;

import static jumin.enrollment.Calls.enrollment;
import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.enrollment.Standard2024;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CancellationTest {

    private static final String CANCELLATION = "/enrollments/{id}/cancellation";
    private static final Map<String, Object> WRONG = Map.of("reason", "登记有误");

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
        id = registered(person("凌撤销", idNumber(LocalDate.of(1990, 5, 6), true)));
        enrollment = enrollment(id);
    }

    @Test
    @DisplayName("已缴费的不能撤销：请退费或按终止办理；缴费冲正后可以；先试算，什么也不改")
    void whatWasPaidForIsNotCancelled() throws Exception {
        var payment = UUID.randomUUID().toString();
        contribution.paid(id, 2024, payment);

        post(clerk(), Map.of(), CANCELLATION + "/trial", enrollment)
                .statusCode(200)
                .body("allowed", equalTo(false))
                .body("explanation", containsString("退费"));
        post(clerk(), WRONG, CANCELLATION, enrollment)
                .statusCode(409)
                .body("code", equalTo("CANCELLATION_REFUSED"))
                .body("detail", containsString("终止"));
        contribution.reversed(id, 2024, payment);
        post(clerk(), Map.of(), CANCELLATION + "/trial", enrollment).body("allowed", equalTo(true));
        get(clerk(), "/enrollments/{id}", enrollment).body("state", equalTo("ENROLLED"));
        post(clerk(), WRONG, CANCELLATION, enrollment).statusCode(200);
    }

    @Test
    @DisplayName("第二十二条：全额资助的没有缴费，待遇开始以后也不能撤销，只能按情形终止；开始以前可以")
    void whoIsCoveredIsNotCancelled() throws Exception {
        contribution.covered(id, 2024);
        post(clerk(), Map.of(), CANCELLATION + "/trial", enrollment).body("allowed", equalTo(true));
        Demo.clockAt("2024-01-01T09:00:00");

        post(clerk(), WRONG, CANCELLATION, enrollment)
                .statusCode(409)
                .body("code", equalTo("CANCELLATION_REFUSED"))
                .body("detail", containsString("2024-01-01"));
        get(clerk(), "/enrollments/{id}", enrollment).body("state", equalTo("ENROLLED"));
    }

    @Test
    @DisplayName("误撤销的可撤回，按原登记日恢复，不因撤回之日晚而成逾期；另有登记的先撤销另一登记")
    void aCancellationIsTakenBack() {
        post(clerk(), WRONG, CANCELLATION, enrollment).statusCode(200);
        Demo.clockAt("2024-07-20T09:00:00");
        String change = get(clerk(), "/enrollments/{id}/changes", enrollment)
                .body("items[0].kind", equalTo("CANCELLATION"))
                .extract()
                .path("items[0].changeId");
        post(clerk(), Map.of("benefitYear", 2024, "type", "ordinary"), "/persons/{id}/enrollments", id)
                .statusCode(201);
        post(clerk(), Map.of("reason", "点错了"), "/enrollment-changes/{id}/undo", change)
                .statusCode(409)
                .body("code", equalTo("ALREADY_ENROLLED"));
        String other = get(clerk(), "/persons/{id}/enrollments", id)
                .extract()
                .path("items.find { it.state == 'ENROLLED' }.enrollmentId");
        post(clerk(), WRONG, CANCELLATION, other).statusCode(200);

        post(Demo.otherClerk(), Map.of("reason", "点错了"), "/enrollment-changes/{id}/undo", change)
                .statusCode(404);
        post(clerk(), Map.of("reason", "点错了"), "/enrollment-changes/{id}/undo", change)
                .statusCode(200)
                .body("undoReason", equalTo("点错了"));
        var published = feed.last("enrollment", id);
        assertEquals("ENROLLED", published.get("state").asText());
        assertEquals("2023-10-10", published.get("registeredOn").asText());
        get(clerk(), "/enrollments/{id}/events", enrollment).body("items.kind", hasItem("RESTORED"));
        post(clerk(), Map.of("reason", "再次"), "/enrollment-changes/{id}/undo", change)
                .statusCode(409)
                .body("code", equalTo("ENROLLMENT_CHANGE_UNDONE"));
    }
}
