package jumin.enrollment.elsewhere;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.elsewhere.ElsewhereCity.PATH;
import static jumin.enrollment.elsewhere.ElsewhereCity.YEAR;
import static jumin.enrollment.elsewhere.ElsewhereCity.claim;
import static jumin.enrollment.elsewhere.ElsewhereCity.claimId;
import static jumin.enrollment.elsewhere.ElsewhereCity.clerk;
import static jumin.enrollment.elsewhere.ElsewhereCity.county;
import static jumin.enrollment.elsewhere.ElsewhereCity.registered;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import jumin.enrollment.Demo;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.Standard2024;
import jumin.enrollment.enrollment.EnrollmentFacts;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.registration.EnrollmentWish;
import jumin.enrollment.registration.RegisterPersons;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.scope.Scope;
import jumin.platform.sql.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nobody is aided here and elsewhere for one year, whichever way the two would come together. */
@QuarkusTest
class AidedOnceTest {

    private static final int PATIENCE = 100;
    private static final Map<String, Object> HERE = Map.of("benefitYear", YEAR, "type", "ordinary");
    private static final Map<String, Object> YES = Map.of("approved", true, "reason", "票据相符");

    @Inject
    Standard2024 contribution;

    @Inject
    CurrentCaller caller;

    @Inject
    AidedElsewhere aided;

    @Inject
    RegisterPersons register;

    @Inject
    Sql sql;

    private ElsewhereCity.Somebody poor;

    @BeforeEach
    void somebodyAided() throws Exception {
        poor = ElsewhereCity.somebodyAided(contribution);
    }

    private String enrolledHere() {
        return post(clerk(), HERE, "/persons/{id}/enrollments", poor.id())
                .statusCode(201)
                .extract()
                .path("enrollmentId");
    }

    private static void isClaimed(ValidatableResponse answer) {
        answer.statusCode(409).body("code", equalTo("ELSEWHERE_AID_CLAIMED"));
    }

    private static List<Integer> atOnce(Supplier<ValidatableResponse> one, Supplier<ValidatableResponse> other)
            throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            return both
                    .invokeAll(List.<Callable<Integer>>of(
                            () -> one.get().extract().statusCode(),
                            () -> other.get().extract().statusCode()))
                    .stream()
                    .map(done -> done.resultNow())
                    .sorted()
                    .toList();
        }
    }

    @Test
    @DisplayName("复核时此人该年度已在本地参保的：不同意；申请仍待复核，可退回")
    void whoIsEnrolledHereMeanwhileIsNotApproved() throws Exception {
        var enrollment = enrolledHere();
        post(clerk(), Map.of("reason", "到外地参保"), "/enrollments/{id}/cancellation", enrollment)
                .statusCode(200);
        var claim = claimId(poor.id());
        // As it may stand since before the two were held apart.
        caller.callAsService(() -> {
            QuarkusTransaction.requiringNew()
                    .run(() -> sql.update(
                            "update enrollment set state = 'ENROLLED', ended_on = null, end_reason = '' where id = ?::uuid",
                            enrollment));
            return null;
        });

        var approver = county("county_approver", "approver-lf");
        post(approver, YES, PATH + "/{id}/decision", claim).statusCode(409).body("code", equalTo("ALREADY_ENROLLED"));
        get(clerk(), PATH + "/{id}", claim).body("state", equalTo("CLAIMED"));
        post(approver, Map.of("approved", false, "reason", "已在本地参保"), PATH + "/{id}/decision", claim)
                .statusCode(200)
                .body("state", equalTo("REJECTED"));
    }

    @Test
    @DisplayName("撤销“撤销登记”、撤销终止，都不使人同一年度两处享受资助；撤回异地资助后照办")
    void whatBringsAnEnrollmentBackIsRefused() throws Exception {
        var cancelled = enrolledHere();
        post(clerk(), Map.of("reason", "到外地参保"), "/enrollments/{id}/cancellation", cancelled)
                .statusCode(200);
        String change =
                get(clerk(), "/enrollments/{id}/changes", cancelled).extract().path("items[0].changeId");
        var claim = claimId(poor.id());
        var why = Map.<String, Object>of("reason", "又回来了");
        isClaimed(post(clerk(), why, "/enrollment-changes/{id}/undo", change));
        get(clerk(), "/enrollments/{id}", cancelled).body("state", equalTo("CANCELLED"));
        post(clerk(), why, PATH + "/{id}/withdrawal", claim).statusCode(200);
        post(clerk(), why, "/enrollment-changes/{id}/undo", change).statusCode(200);

        var army = Map.<String, Object>of(
                "event", "MILITARY_SERVICE", "on", "2066-10-05", "reason", "参军", "evidence", "入伍通知书");
        String ending = post(clerk(), army, "/persons/{id}/endings", poor.id())
                .statusCode(201)
                .extract()
                .path("endingId");
        get(clerk(), "/enrollments/{id}", cancelled).body("state", equalTo("TERMINATED"));
        claimId(poor.id());
        isClaimed(post(clerk(), why, "/endings/{id}/undo", ending));
        get(clerk(), "/enrollments/{id}", cancelled).body("state", equalTo("TERMINATED"));
    }

    @Test
    @DisplayName("花名册中的一行：已申请异地参保资助的人报错并写明条款，不影响别的行")
    void aRosterRowSaysSo() throws Exception {
        claimId(poor.id());
        var other = idNumber(LocalDate.of(1962, 5, 6), true);
        var file = "姓名,身份证号,户编号,与户主关系\n祁外保," + poor.idNumber() + ",H1,户主\n祁同行," + other + "," + Demo.houseNumber()
                + ",户主\n";
        String roster = as(clerk())
                .header("Idempotency-Key", UUID.randomUUID())
                .multiPart("file", "东风村.csv", file.getBytes(StandardCharsets.UTF_8))
                .multiPart("benefitYear", String.valueOf(YEAR))
                .multiPart("divisionCode", ElsewhereCity.VILLAGE)
                .post("/roster-imports")
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
        var state = "";
        for (var tries = 0; tries < PATIENCE && !state.equals("VALIDATED"); tries++) {
            Thread.sleep(100);
            state = get(clerk(), "/roster-imports/{id}", roster).extract().path("state");
        }

        get(clerk(), "/roster-imports/{id}/rows?verdict=ERROR", roster)
                .body("items", hasSize(1))
                .body("items[0].findings.code", hasItem("AIDED_ELSEWHERE"))
                .body("items[0].findings.find { it.code == 'AIDED_ELSEWHERE' }.article", equalTo("第七条（二）"));
        get(clerk(), "/roster-imports/{id}", roster).body("counts.total", equalTo(2), "counts.error", equalTo(1));
    }

    @Test
    @DisplayName("两人同时复核同一申请：一人办成；申请与续保同时：只有一样办成")
    void twoAtOnce() throws Exception {
        var claim = claimId(poor.id());
        var decision = PATH + "/{id}/decision";
        assertEquals(
                List.of(200, 409),
                atOnce(
                        () -> post(county("county_approver", "approver-lf"), YES, decision, claim),
                        () -> post(county("county_reviewer", "reviewer-lf"), YES, decision, claim)));
        post(clerk(), Map.of("reason", "异地已退费"), PATH + "/{id}/withdrawal", claim)
                .statusCode(200);

        assertEquals(
                List.of(201, 409),
                atOnce(
                        () -> post(clerk(), claim(poor.id(), "380.00"), PATH),
                        () -> post(clerk(), HERE, "/persons/{id}/enrollments", poor.id())));
    }

    @Test
    @DisplayName("入库的续保在锁内再查一次：校验之后才申请异地资助的，也不在本地参保")
    void aRenewalAsksUnderItsLock() throws Exception {
        claimId(poor.id());
        var renewal = new RegisterPersons.Renewal(
                PersonId.fromString(poor.id()),
                new EnrollmentWish(YEAR, EnrollmentType.ORDINARY, EnrollmentFacts.NONE));
        var refused = assertThrows(
                ProblemException.class,
                () -> caller.callAsService(
                        () -> QuarkusTransaction.requiringNew().call(() -> register.renew(List.of(renewal)))));
        assertEquals(EnrollmentProblem.ELSEWHERE_AID_CLAIMED, refused.code());
    }

    @Test
    @DisplayName("合并两条登记：一条有异地资助、一条该年度在本地参保的不合并；合并后原登记的资助仍算此人的；试算也说")
    void twoRecordsOfOnePersonAreAidedOnce() throws Exception {
        var claim = claimId(poor.id());
        isClaimed(post(clerk(), HERE, "/persons/{id}/enrollments/trial", poor.id()));
        var twin = registered(idNumber(LocalDate.of(1950, 5, 6), true), YEAR);
        var merge =
                Map.<String, Object>of("survivorId", twin, "mergedId", poor.id(), "reason", "同一人", "evidence", "户口簿");
        isClaimed(post(clerk(), merge, "/person-merges").body("detail", containsString("合并")));

        String enrollment =
                get(clerk(), "/persons/{id}/enrollments", twin).extract().path("items[0].enrollmentId");
        post(clerk(), Map.of("reason", "到外地参保"), "/enrollments/{id}/cancellation", enrollment)
                .statusCode(200);
        post(clerk(), merge, "/person-merges").statusCode(201);
        isClaimed(post(clerk(), HERE, "/persons/{id}/enrollments", twin));
        isClaimed(post(clerk(), claim(twin, "380.00"), PATH));

        // Merged once more, the claim is two records away; a school sees neither of them.
        var third = registered(idNumber(LocalDate.of(1950, 5, 6), true), YEAR);
        String meant =
                get(clerk(), "/persons/{id}/enrollments", third).extract().path("items[0].enrollmentId");
        post(clerk(), Map.of("reason", "到外地参保"), "/enrollments/{id}/cancellation", meant)
                .statusCode(200);
        post(
                        clerk(),
                        Map.of("survivorId", third, "mergedId", twin, "reason", "同一人", "evidence", "户口簿"),
                        "/person-merges")
                .statusCode(201);
        isClaimed(post(clerk(), HERE, "/persons/{id}/enrollments", third));
        var school = new Caller("school", "school", Set.of(Roles.SCHOOL), Scope.ofSchool("XX131002"));
        var seen = caller.callAs(
                school,
                () -> QuarkusTransaction.requiringNew().call(() -> aided.of(Set.of(PersonId.fromString(third)), YEAR)));
        assertEquals(Set.of(PersonId.fromString(third)), seen);
        post(county("county_approver", "approver-lf"), YES, PATH + "/{id}/decision", claim)
                .statusCode(200);
    }
}
