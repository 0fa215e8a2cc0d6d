package jumin.enrollment.subsidy;

import static jumin.enrollment.Calls.enrollment;
import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.patch;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Calls.version;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.department;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.otherClerk;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.reviewer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.enrollment.Standard2024;
import jumin.enrollment.law.NewRelease;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SubsidyRedoTest {

    @Inject
    Standard2024 standard;

    @Inject
    FeedOfThisService feed;

    @Inject
    Event<NewRelease> releases;

    @Inject
    Sql sql;

    @Inject
    CurrentCaller caller;

    private String id;
    private String enrollment;
    private String number;

    @BeforeEach
    void aDecisionOfAYearThatIsOver() throws Exception {
        standard.published(2043, "380.00");
        Demo.divisions();
        Demo.clockAt("2042-10-10T09:00:00");
        number = idNumber(LocalDate.of(1980, 5, 6), true);
        var somebody = person("窦重办", number);
        somebody.put("benefitYear", 2043);
        id = registered(somebody);
        enrollment = enrollment(id);
        Demo.clockAt("2044-05-10T09:00:00");
        jobsAreDone();
    }

    /** What other tests set off, or the publication of the standard, must not come between. */
    private void jobsAreDone() throws InterruptedException {
        for (var i = 0; i < 600 && openJobs() > 0; i++) {
            Thread.sleep(100);
        }
        assertEquals(0, openJobs());
    }

    private long openJobs() {
        return caller.callAs(
                Caller.service("law"),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.count("select count(*) from job where state in ('QUEUED', 'RUNNING')")));
    }

    /** As if the law of that year now said something else. */
    private void theLawChanges(int contribution) throws InterruptedException {
        caller.callAs(Caller.service("law"), () -> {
            QuarkusTransaction.requiringNew().run(() -> {
                sql.update(
                        "update standard set individual_contribution_fen = ? where area = '360900' and benefit_year = 2043",
                        contribution);
                releases.fire(new NewRelease("360900", "another"));
            });
            return null;
        });
        jobsAreDone();
        assertNotNull(open());
    }

    private String open() {
        return get(clerk(), "/subsidy-redos?size=100")
                .extract()
                .path("items.find { it.whose.enrollmentId == '" + enrollment + "' }.whose.redoId");
    }

    @Test
    @DisplayName("新规则对已过年度的决定说法不同：列入待重办，附差额；不自动改；县级重办后才改，原决定保留")
    void aPastYearIsListedAndRedoneByAPerson() throws Exception {
        theLawChanges(40_000);
        var redo = open();
        get(clerk(), "/enrollments/{id}/subsidy", enrollment).body("personAmount", equalTo("380.00"));
        var mine = "items.find { it.whose.redoId == '" + redo + "' }";
        get(clerk(), "/subsidy-redos?size=100")
                .body(mine + ".difference", equalTo("20.00"))
                .body(mine + ".before.personAmount", equalTo("380.00"))
                .body(mine + ".after.personAmount", equalTo("400.00"));
        get(otherClerk(), "/subsidy-redos?size=100").body("items.whose.redoId", not(hasItem(redo)));

        var decision = Map.<String, Object>of("decision", "REDO", "reason", "按新规则");
        post(clerk(), decision, "/subsidy-redos/{id}/decision", redo).statusCode(403);
        post(reviewer(), decision, "/subsidy-redos/{id}/decision", redo)
                .statusCode(200)
                .body("fate.state", equalTo("REDONE"));
        assertEquals(
                "400.00",
                feed.last("enrollment", id).get("subsidy").get("personAmount").asText());
        post(reviewer(), decision, "/subsidy-redos/{id}/decision", redo)
                .statusCode(409)
                .body("code", equalTo("REDO_DECIDED"));
    }

    @Test
    @DisplayName("更正出生日期：已过年度的决定不随之重算，仍在待重办名单，由人决定")
    void aCorrectionDoesNotRewriteAYearThatIsOver() throws Exception {
        theLawChanges(42_000);
        var right = idNumber(LocalDate.of(1980, 5, 7), true);
        patch(
                        clerk(),
                        version("/persons/{id}", id),
                        Map.of("kind", "CORRECTION", "reason", "核对", "evidence", "IDENTITY_CARD", "idNumber", right),
                        "/persons/{id}",
                        id)
                .statusCode(200);
        get(clerk(), "/enrollments/{id}/subsidy", enrollment).body("personAmount", equalTo("380.00"));
        assertNotNull(open());
    }

    private void ended() {
        post(
                        clerk(),
                        Map.of("event", "EMPLOYEE_INSURANCE", "on", "2043-11-01", "reason", "就业", "evidence", "凭证"),
                        "/persons/{id}/endings",
                        id)
                .statusCode(201);
    }

    @Test
    @DisplayName("已终止的参保登记：后到的认定也列入待重办，注明已终止；不能重办，只能维持；名单撤销后自行结案")
    void whatEndedIsListedButNotRedone() {
        ended();
        var row = Map.of("idNumber", number, "name", "窦重办", "category", "低保对象", "from", "2042-01-01");
        String list = post(
                        department(),
                        Map.of("listMonth", "2044-05", "kind", "PARTIAL", "rows", List.of(row)),
                        "/category-lists")
                .statusCode(201)
                .extract()
                .path("listId");
        var redo = open();
        var mine = "items.find { it.whose.redoId == '" + redo + "' }";
        get(clerk(), "/subsidy-redos?size=100")
                .body(mine + ".whose.ended", equalTo(true))
                .body(mine + ".after.tier", equalTo("fixed"));
        post(reviewer(), Map.of("decision", "REDO", "reason", "补资助"), "/subsidy-redos/{id}/decision", redo)
                .statusCode(409)
                .body("code", equalTo("REDO_DECIDED"))
                .body("detail", containsString("已终止"));
        get(clerk(), "/enrollments/{id}/subsidy", enrollment).body("personAmount", equalTo("380.00"));

        post(department(), Map.of("reason", "报错"), "/category-lists/{id}/undo", list)
                .statusCode(200);
        get(clerk(), "/subsidy-redos?size=100&state=SETTLED").body(mine + ".fate.reason", containsString("无需重办"));
    }

    @Test
    @DisplayName("列入待重办之后终止的：重办改为拒绝并说明，不再记成“已重办”；维持可以")
    void whatEndedSinceIsNotSaidToBeRedone() throws Exception {
        theLawChanges(43_000);
        var redo = open();
        ended();
        post(reviewer(), Map.of("decision", "REDO", "reason", "按新规则"), "/subsidy-redos/{id}/decision", redo)
                .statusCode(409)
                .body("code", equalTo("REDO_DECIDED"));
        post(reviewer(), Map.of("decision", "KEEP", "reason", "差额另办"), "/subsidy-redos/{id}/decision", redo)
                .statusCode(200)
                .body("fate.state", equalTo("KEPT"));
    }

    @Test
    @DisplayName("维持原决定的写明理由，决定不变")
    void aDecisionMayBeKept() throws Exception {
        theLawChanges(41_000);
        var redo = open();
        post(reviewer(), Map.of("decision", "KEEP", "reason", "新文件不溯及既往"), "/subsidy-redos/{id}/decision", redo)
                .statusCode(200)
                .body("fate.state", equalTo("KEPT"))
                .body("fate.reason", equalTo("新文件不溯及既往"));
        get(clerk(), "/enrollments/{id}/subsidy", enrollment).body("personAmount", equalTo("380.00"));
    }

    @Test
    @DisplayName("部门名单写明的认定早于今年：已过年度的资助不随名单改动，列入待重办；名单撤销，无需重办的自行结案")
    void aListDoesNotChangeAYearThatIsOver() {
        var row = Map.of("idNumber", number, "name", "窦重办", "category", "低保对象", "from", "2042-01-01");
        String list = post(
                        department(),
                        Map.of("listMonth", "2044-05", "kind", "PARTIAL", "rows", List.of(row)),
                        "/category-lists")
                .statusCode(201)
                .body("counts.MATCHED", equalTo(1))
                .extract()
                .path("listId");

        get(clerk(), "/enrollments/{id}/subsidy", enrollment)
                .body("tier", equalTo("none"))
                .body("personAmount", equalTo("380.00"));
        var redo = open();
        var mine = "items.find { it.whose.redoId == '" + redo + "' }";
        get(clerk(), "/subsidy-redos?size=100").body(mine + ".after.tier", equalTo("fixed"));

        post(department(), Map.of("reason", "报错"), "/category-lists/{id}/undo", list)
                .statusCode(200);
        get(clerk(), "/subsidy-redos?size=100").body("items.whose.redoId", not(hasItem(redo)));
        get(clerk(), "/subsidy-redos?size=100&state=SETTLED").body(mine + ".fate.reason", containsString("无需重办"));
    }
}
