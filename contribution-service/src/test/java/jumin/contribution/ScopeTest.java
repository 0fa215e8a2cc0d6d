package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.scope.Scope;
import jumin.testing.PostgresResource;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Row-level security with the service's own database role, on connections that were used before. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class ScopeTest {

    private static final List<String> PERSONAL = List.of(
            "insured_person",
            "enrollment",
            "person_year",
            "posting",
            "levy",
            "payment",
            "payment_acceptance",
            "coverage_decision",
            "coverage_interval",
            "reconciliation",
            "difference",
            "refund",
            "refund_line",
            "treasury_receipt",
            "treasury_receipt_past",
            "payment_assignment",
            "treasury_reversal",
            "payment_file",
            "payment_file_line",
            "reconciled_day",
            "fund_due",
            "fund_due_reversal",
            "fund_receipt",
            "aid_bill_posting",
            "refund_document",
            "refund_payee",
            "history_statement",
            "reconciliation_day_total",
            "levy_acknowledgement",
            "elsewhere_aid",
            "elsewhere_aid_receipt",
            "elsewhere_aid_receipt_reversal",
            "household",
            "visit");

    private static final String NEW_HOME = "360900/360902/360902197/";

    @Inject
    World world;

    @Inject
    DataSource database;

    @Inject
    CurrentCaller caller;

    private World.Person person;

    @BeforeEach
    void somebodyPaysTwiceAndAsksBack() {
        world.opened();
        person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrolled(person);
        World.tax().body(World.payment(person, "380.00", "2023-11-02")).post(ROOT + "payments");
        World.tax().body(World.payment(person, "380.00", "2023-11-03")).post(ROOT + "payments");
        var early = World.payment(person, "1.00", "2023-09-01");
        World.tax().body(early).post(ROOT + "payments");
        World.as("county_reviewer", "reviewer", World.COUNTY)
                .body(Map.of("voucherNos", List.of(early.get("voucherNo")), "note", "核对"))
                .post(ROOT + "payment-acceptances")
                .then()
                .statusCode(200);
        World.clerk()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("personId", person.id().toString(), "benefitYear", 2024, "cause", "surplus"))
                .post(ROOT + "refunds")
                .then()
                .statusCode(201);
    }

    private long rows(Scope scope, String table) {
        var who = new Caller("somebody", "somebody", Set.of(Roles.TOWNSHIP_CLERK), scope);
        return caller.callAs(who, () -> {
            try (var connection = database.getConnection()) {
                return count(connection, table);
            }
        });
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (var query = connection.prepareStatement("select count(*) from " + table);
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    @DisplayName("没有数据范围：用过的连接上一行也看不到")
    void noScopeSeesNothing() {
        for (var table : PERSONAL) {
            rows(Scope.ALL, table);
            assertEquals(0, rows(Scope.NOTHING, table), table);
        }
    }

    @Test
    @DisplayName("跨县往来要看整本账：看过之后，同一事务里仍只看得到自己的辖区")
    void whoeverLookedAtTheWholeBookSeesNoMoreThanBefore() {
        var elsewhere = "jumin_receivable_elsewhere(array['%s'::uuid], 2024)".formatted(person.id());
        var book = "(select jumin_book_of(p) from unnest(array['%s'::uuid]) p) looked".formatted(person.id());
        var who = new Caller(
                "somebody", "somebody", Set.of(Roles.TOWNSHIP_CLERK), Scope.ofDivision("360900/360902/360902196/"));
        caller.callAs(who, () -> {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                // Other tests may have people in this township; this one's lives in another.
                var mine = "posting where person_id = '%s'".formatted(person.id());
                var me = "insured_person where person_id = '%s'".formatted(person.id());
                for (var look : List.of(elsewhere, book)) {
                    var seen = count(connection, "posting");
                    count(connection, look);
                    assertEquals(seen, count(connection, "posting"), look);
                    assertEquals(0, count(connection, mine), look);
                    assertEquals(0, count(connection, me), look);
                }
                connection.rollback();
                return null;
            }
        });
    }

    @Test
    @DisplayName("外乡镇看不到；本乡镇看得到")
    void foreignTownshipSeesNothing() {
        for (var table : List.of(
                "insured_person",
                "enrollment",
                "levy",
                "payment",
                "payment_acceptance",
                "posting",
                "coverage_decision",
                "coverage_interval",
                "refund",
                "refund_line")) {
            assertEquals(0, rows(Scope.ofDivision(World.OTHER_TOWNSHIP), table), table);
            assertTrue(rows(Scope.ofDivision(World.TOWNSHIP), table) > 0, table);
        }
    }

    @Test
    @DisplayName("税务机关只看本机关的应缴和缴费，看不到人员；别的机关什么也看不到")
    void taxOrganSeesItsOwnOnly() {
        assertTrue(rows(Scope.ofOrgan(World.ORGAN), "levy") > 0);
        assertTrue(rows(Scope.ofOrgan(World.ORGAN), "payment") > 0);
        assertEquals(0, rows(Scope.ofOrgan(World.ORGAN), "insured_person"));
        assertEquals(0, rows(Scope.ofOrgan(World.ORGAN), "coverage_decision"));
        for (var table : List.of("levy", "payment", "posting", "refund")) {
            assertEquals(0, rows(Scope.ofOrgan("13609999999"), table), table);
        }
    }

    @Test
    @DisplayName("每张写明区划、机关或人的表都强制行级安全；机关名册、开征记录和小字典没有个人信息")
    void everyTableForcesIt() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select distinct relname from pg_class join pg_attribute on attrelid = pg_class.oid
                        where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not attisdropped
                          and attname in ('division_path', 'organ', 'school', 'person_id', 'payment_id', 'subject', 'payload')
                          and not (relrowsecurity and relforcerowsecurity) order by 1
                        """);
                var row = query.executeQuery()) {
            var open = new java.util.ArrayList<String>();
            while (row.next()) {
                open.add(row.getString(1));
            }
            assertEquals(List.of("carried_state", "levy_opening", "tax_organ"), open);
        }
    }

    @Test
    @DisplayName("分录和缴费只增不改；金额改不了，也删不了")
    void amountsNeverChange() {
        for (var statement : List.of(
                "update posting set amount_fen = amount_fen + 1",
                "delete from posting",
                "update payment set amount_fen = amount_fen + 1",
                "delete from payment",
                "update levy set due_fen = 0")) {
            assertThrows(
                    IllegalStateException.class,
                    () -> caller.callAs(Caller.service("test"), () -> {
                        try (var connection = database.getConnection();
                                var update = connection.prepareStatement(statement)) {
                            return update.executeUpdate();
                        }
                    }));
        }
    }

    @Test
    @DisplayName("外乡镇的请求：查无此人，不泄露是否存在；敏感查看留痕")
    void foreignTownshipGetsNotFoundAndReadsAreAudited() {
        var foreign = World.as("township_clerk", "clerk2", World.OTHER_TOWNSHIP);
        for (var path : Arrays.asList("/coverage", "/payments")) {
            World.as("township_clerk", "clerk2", World.OTHER_TOWNSHIP)
                    .get(ROOT + "persons/" + person.id() + path)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("RESOURCE_NOT_FOUND"));
        }
        foreign.body(Map.of("personId", person.id().toString(), "benefitYear", 2024, "cause", "surplus"))
                .post(ROOT + "refunds/trial")
                .then()
                .statusCode(404);
        World.clerk().get(ROOT + "persons/" + person.id() + "/coverage?on=2024-02-01");
        World.as("auditor", "auditor", "360900/")
                .get(ROOT + "audit-events?subject=" + person.id())
                .then()
                .statusCode(200)
                .body("items.what", hasItem("coverage"));
    }

    @Test
    @DisplayName("人员迁移后，历史随人走：新乡镇看得到，旧乡镇看不到")
    void historyFollowsThePerson() {
        world.person(person, NEW_HOME + "360902197201/");
        World.as("township_clerk", "clerk3", NEW_HOME)
                .get(ROOT + "persons/" + person.id() + "/payments")
                .then()
                .statusCode(200)
                .body("size()", equalTo(3));
        World.clerk().get(ROOT + "persons/" + person.id() + "/payments").then().statusCode(404);
        assertEquals(
                403,
                io.restassured.RestAssured.given()
                        .auth()
                        .oauth2(Tokens.withoutScope("township_clerk"))
                        .get(ROOT + "coverage?benefitYear=2024")
                        .statusCode());
    }
}
