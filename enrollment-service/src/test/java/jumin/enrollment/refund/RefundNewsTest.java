package jumin.enrollment.refund;

import static jumin.enrollment.Calls.enrollment;
import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
