package jumin.enrollment.refund;

import static jumin.enrollment.Calls.enrollment;
import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.reviewer;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
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
class RefundNewsTest {

    @Inject
    FeedOfThisService feed;

    @Inject
    Standard2024 contribution;

    private final String refund = UUID.randomUUID().toString();
    private String id;
    private String enrollment;

    @BeforeEach
    void somebodyEnrolledFor2024() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        id = registered(person("邹退费", idNumber(LocalDate.of(1988, 5, 6), true)));
        enrollment = enrollment(id);
    }

    @Test
    @DisplayName("第二十二条：退费下达，参保登记终止并写明；再报一次不变；退费撤回即恢复")
    void aRefundEndsTheEnrollmentUntilItIsWithdrawn() throws Exception {
        contribution.refunded(refund, id, enrollment, "ORDERED");
        contribution.refunded(refund, id, enrollment, "ORDERED");

        get(clerk(), "/enrollments/{id}", enrollment)
                .body("state", equalTo("TERMINATED"))
                .body("endedOn", equalTo("2023-11-01"))
                .body("refund.refundId", equalTo(refund))
                .body("refund.cause", equalTo("employee_insurance"));
        assertEquals("TERMINATED", feed.last("enrollment", id).get("state").asText());
        get(clerk(), "/enrollments/{id}/events", enrollment).body("items.reason", hasItem("已退费，参保关系终止"));

        contribution.refunded(refund, id, "", "WITHDRAWN");
        get(clerk(), "/enrollments/{id}", enrollment)
                .body("state", equalTo("ENROLLED"))
                .body("refund", nullValue());
        assertEquals("ENROLLED", feed.last("enrollment", id).get("state").asText());
    }

    @Test
    @DisplayName("退费后登记死亡、退费又撤回：死者不恢复参保，按死亡终止；死亡登记撤销后恢复")
    void deathStandsWhenTheRefundIsWithdrawn() throws Exception {
        contribution.refunded(refund, id, enrollment, "ORDERED");
        Demo.clockAt("2024-03-10T09:00:00");
        String death = post(
                        clerk(),
                        Map.of("event", "DEATH", "on", "2024-03-05", "reason", "病故", "evidence", "死亡证明"),
                        "/persons/{id}/endings",
                        id)
                .statusCode(201)
                .extract()
                .path("endingId");

        contribution.refunded(refund, id, "", "WITHDRAWN");
        contribution.refunded(refund, id, "", "WITHDRAWN");

        get(clerk(), "/enrollments/{id}", enrollment)
                .body("state", equalTo("TERMINATED"))
                .body("endedOn", equalTo("2024-03-05"));
        var told = feed.last("enrollment", id);
        assertEquals("death", told.get("endReason").asText());
        assertEquals("2024-03-05", told.get("endedOn").asText());
        get(clerk(), "/enrollments/{id}/events", enrollment)
                .body("items.findAll { it.reason?.contains('按死亡终止') }", hasSize(1));

        post(reviewer(), Map.of("reason", "误报"), "/endings/{id}/undo", death).statusCode(200);
        assertEquals("ENROLLED", feed.last("enrollment", id).get("state").asText());
    }

    @Test
    @DisplayName("退费后登记并入另一登记、退费又撤回：并入的登记不恢复参保，写明在保留方核定")
    void aMergedRecordIsNotEnrolledAgain() throws Exception {
        contribution.refunded(refund, id, enrollment, "ORDERED");
        var twin = person("邹退费", idNumber(LocalDate.of(1988, 5, 6), true));
        twin.put("benefitYear", 2023);
        post(
                        clerk(),
                        Map.of("survivorId", registered(twin), "mergedId", id, "reason", "重复", "evidence", "户口簿"),
                        "/person-merges")
                .statusCode(201);
        contribution.refunded(refund, id, "", "WITHDRAWN");
        assertEquals("TERMINATED", feed.last("enrollment", id).get("state").asText());
        get(clerk(), "/enrollments/{id}/events", enrollment)
                .body("items.findAll { it.reason?.contains('请在保留方核定') }", hasSize(1));
    }

    @Test
    @DisplayName("退费后另行参保的，退费撤回也不恢复原登记；先已终止的，只注明退费")
    void anotherEnrollmentStands() throws Exception {
        contribution.refunded(refund, id, enrollment, "ORDERED");
        post(clerk(), Map.of("benefitYear", 2024, "type", "ordinary"), "/persons/{id}/enrollments", id)
                .statusCode(201);
        contribution.refunded(refund, id, "", "WITHDRAWN");
        get(clerk(), "/enrollments/{id}", enrollment).body("state", equalTo("TERMINATED"));

        var other = registered(person("邹终止", idNumber(LocalDate.of(1988, 5, 7), true)));
        post(clerk(), Map.of("reason", "登记有误"), "/enrollments/{id}/cancellation", enrollment(other))
                .statusCode(200);
        contribution.refunded(UUID.randomUUID().toString(), other, enrollment(other), "ORDERED");
        get(clerk(), "/enrollments/{id}", enrollment(other))
                .body("state", equalTo("CANCELLED"))
                .body("refund.cause", equalTo("employee_insurance"));
    }
}
