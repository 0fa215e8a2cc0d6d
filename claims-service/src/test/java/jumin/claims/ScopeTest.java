package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class ScopeTest {

    private static final List<String> PERSONAL = List.of(
            "insured_person",
            "coverage",
            "person_year",
            "settlement",
            "accumulator_entry",
            "posting",
            "redo",
            "redo_line",
            "redo_item",
            "redo_item_step",
            "filing",
            "encounter",
            "encounter_leave",
            "encounter_step",
            "finding",
            "manual_claim",
            "payout",
            "paid_care",
            "third_party_recourse",
            "recourse_receipt",
            "verification");

    /** Of a provider, or of a case as the county sees it. */
    private static final List<String> OF_A_COUNTY = List.of(
            "agency_reversal",
            "message_intake",
            "message_outcome",
            "retention_release",
            "monthly_statement_share",
            "retention_release_share",
            "provider_account",
            "provider_payment",
            "approval_withdrawal",
            "provider_payment_return");

    @Inject
    OneOfEach one;

    @Inject
    DataSource database;

    @Inject
    CurrentCaller caller;

    @BeforeEach
    void oneRowOfOneHospitalForOneTownshipInEachTable() {
        one.everything();
    }

    private long rows(Scope scope, String table) {
        return one.rows(scope, table);
    }

    @Test
    @DisplayName("行级安全：用过的连接上，没有范围什么也看不到；外乡镇、外机构看不到；本乡镇看得到")
    void rowLevelSecurityHoldsOnUsedConnections() {
        for (var table : PERSONAL) {
            assertThat(table, rows(Scope.ALL, table), greaterThan(0L));
            assertThat(table, rows(Scope.NOTHING, table), is(0L));
            assertThat(table, rows(Scope.ofDivision("360900/360902/360902198/"), table), is(0L));
            assertThat(table, rows(Scope.ofDivision(TOWNSHIP), table), greaterThan(0L));
            assertThat(table, rows(Scope.ofProvider("H36090299999"), table), is(0L));
        }
        for (var table : OF_A_COUNTY) {
            assertThat(table, rows(Scope.NOTHING, table), is(0L));
            assertThat(table, rows(Scope.ofDivision("360900/360981/"), table), is(0L));
            assertThat(table, rows(Scope.ofDivision(COUNTY), table), greaterThan(0L));
            assertThat(table, rows(Scope.ofProvider("H36090299999"), table), is(0L));
        }
        assertThat(rows(Scope.ofDivision("360900/"), "redo_second_look"), is(0L));
        assertThat(rows(Scope.ofProvider(HOSPITAL), "settlement"), greaterThan(0L));
        assertThat(rows(Scope.ofProvider(HOSPITAL), "insured_person"), is(0L));
    }

    @Test
    @DisplayName("每张含个人数据的表都启用并强制行级安全；视图按查看者的范围")
    void everyTableWithPersonalDataIsForced() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select count(*) from pg_class where relname = any (?) and case relkind
                            when 'v' then 'security_invoker=true' = any (reloptions) else relrowsecurity and relforcerowsecurity end
                        """)) {
            var all = Stream.of(
                            PERSONAL,
                            OF_A_COUNTY,
                            List.of(
                                    "redo_second_look",
                                    "payout_receipt",
                                    "payout_receipt_reversal",
                                    "recourse_receipt_reversal",
                                    "payout_batch_line",
                                    "verification_step"))
                    .flatMap(List::stream)
                    .toList();
            query.setArray(1, connection.createArrayOf("text", all.toArray()));
            try (var row = query.executeQuery()) {
                row.next();
                assertThat(row.getInt(1), is(all.size()));
            }
        }
    }

    @Test
    @DisplayName("结算和分录只增不改：数据库拒绝更新和删除")
    void settlementsAreInsertOnly() {
        for (var table : List.of("settlement", "accumulator_entry", "posting")) {
            var refused = org.junit.jupiter.api.Assertions.assertThrows(
                    IllegalStateException.class,
                    () -> caller.callAs(Caller.service("probe"), () -> {
                        try (var connection = database.getConnection();
                                var statement = connection.createStatement()) {
                            return statement.executeUpdate("delete from " + table);
                        }
                    }));
            assertThat(
                    refused.getCause().getMessage(),
                    anyOf(
                            containsString("permission denied"),
                            containsString("insert-only"),
                            containsString("cannot delete from view")));
        }
    }

    @Test
    @DisplayName("记账分录：金额为正、转入转出不是同一科目，由数据库守住")
    void postingsMoveMoneySomewhere() {
        for (var wrong :
                List.of("[[\"a\", \"b\", 0]]", "[[\"a\", \"b\", 5], [\"a\", \"a\", 1]]", "[[\"a\", \"b\", -1]]")) {
            var refused = org.junit.jupiter.api.Assertions.assertThrows(
                    IllegalStateException.class,
                    () -> caller.callAs(Caller.service("probe"), () -> {
                        try (var connection = database.getConnection();
                                var copy = connection.prepareStatement("""
                                        insert into settlement select (jsonb_populate_record(s, jsonb_build_object(
                                            'id', gen_random_uuid(), 'number', 'copy', 'message_id', 'copy', 'postings', ?::jsonb))).*
                                        from settlement s where kind = 'SETTLEMENT' and redo is null limit 1
                                        """)) {
                            copy.setString(1, wrong);
                            return copy.executeUpdate();
                        }
                    }));
            assertThat(refused.getCause().getMessage(), containsString("posting_moves_money"));
        }
    }
}
