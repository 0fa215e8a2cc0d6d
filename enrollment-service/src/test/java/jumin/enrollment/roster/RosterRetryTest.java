package jumin.enrollment.roster;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.auditor;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.houseNumber;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.roster.RosterCalls.commit;
import static jumin.enrollment.roster.RosterCalls.committed;
import static jumin.enrollment.roster.RosterCalls.read;
import static jumin.enrollment.roster.RosterCalls.until;
import static jumin.enrollment.roster.RosterCalls.upload;
import static jumin.enrollment.roster.RosterCalls.validated;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jumin.enrollment.Demo;
import jumin.platform.job.Job;
import jumin.platform.job.JobState;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RosterRetryTest {

    private static final int ROWS = 6_000;
    private static final Caller CLERK =
            new Caller("clerk", "clerk", Set.of(Roles.TOWNSHIP_CLERK), Scope.ofDivision(Demo.TOWNSHIP));

    @Inject
    CommitRoster work;

    @Inject
    CurrentCaller caller;

    @Inject
    ObjectMapper json;

    private String first;

    @BeforeEach
    void aVillageInAutumn() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
    }

    private byte[] roster() {
        var text = new StringBuilder("户编号,与户主关系,姓名,证件号码\n");
        IntStream.range(0, ROWS).forEach(i -> {
            var number = idNumber(LocalDate.of(1972, 5, 6), true);
            first = i == 0 ? number : first;
            text.append(houseNumber()).append(",户主,重试,").append(number).append('\n');
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** By its submitter; whoever only looks on may not. */
    private static void cancelled(String job) {
        as(auditor())
                .post("/jobs/{id}/cancellation", job)
                .then()
                .statusCode(403)
                .body("code", equalTo("ACCESS_DENIED"));
        as(clerk()).post("/jobs/{id}/cancellation", job).then().statusCode(200);
    }

    private static void retried(String id) {
        as(clerk())
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/roster-imports/{id}/retry", id)
                .then()
                .statusCode(202);
    }

    @Test
    @DisplayName("校验中断：状态写明，可重试；重试后不重不漏")
    void aValidationThatBrokeOffGoesOn() throws InterruptedException {
        var uploaded = upload(clerk(), roster(), UUID.randomUUID().toString())
                .statusCode(202)
                .extract();
        String id = uploaded.path("importId");
        cancelled(uploaded.path("validateJobId"));
        read(id).body("state", equalTo("VALIDATION_FAILED")).body("message", containsString("重试"));
        commit(id).statusCode(409).body("code", equalTo("ROSTER_NOT_READY"));

        retried(id);

        assertEquals("VALIDATED", until(id, "UPLOADED"));
        read(id).body("counts.total", equalTo(ROWS)).body("counts.success", equalTo(ROWS));
    }

    @Test
    @DisplayName("入库中断：已入库的保留，重试续办，人数相符")
    void aCommitThatBrokeOffGoesOn() throws InterruptedException {
        var id = validated(roster());
        String job = commit(id).statusCode(202).extract().path("commitJobId");
        cancelled(job);
        read(id).body("state", equalTo("COMMIT_FAILED"));

        retried(id);

        assertEquals("COMMITTED", until(id, "COMMITTING"));
        read(id).body("counts.registered", equalTo(ROWS));
    }

    @Test
    @DisplayName("入库途中服务被杀（批次未提交）：什么也没留下，再来一遍人数相符")
    void aChunkThatWasNotCommittedLeavesNothing() throws InterruptedException {
        var id = validated(roster());
        var request = json.valueToTree(Map.of("importId", id));
        var now = OffsetDateTime.parse("2023-10-10T09:00:00+08:00");
        var job = new Job(
                UUID.randomUUID(),
                CommitRoster.TYPE,
                JobState.RUNNING,
                "",
                0,
                0,
                Map.of(),
                "",
                request,
                "",
                "clerk",
                now,
                now);

        assertThrows(
                IllegalStateException.class,
                () -> caller.callAs(CLERK, () -> {
                    QuarkusTransaction.requiringNew().run(() -> {
                        work.advance(job);
                        throw new IllegalStateException("killed");
                    });
                    return null;
                }));

        read(id).body("state", equalTo("VALIDATED")).body("counts.registered", equalTo(0));
        as(clerk())
                .contentType("application/json")
                .body(Map.of("idNumber", first))
                .post("/person-searches")
                .then()
                .body("items", hasSize(0));
        committed(id);
        read(id).body("counts.registered", equalTo(ROWS));
    }
}
