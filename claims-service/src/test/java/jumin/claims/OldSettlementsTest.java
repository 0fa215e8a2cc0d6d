package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.adjudication.DecisionDocument;
import jumin.claims.adjudication.DecisionDocuments;
import jumin.platform.sql.JsonColumn;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A database of before V0430, in which a settlement was many rows, is filled and migrated on. */
@ClaimsTest
class OldSettlementsTest extends Care {

    private static final String BEFORE = "0420";

    @Inject
    DecisionDocuments documents;

    @Inject
    JsonColumn json;

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static Connection admin(String database) throws SQLException {
        var url = setting("jumin.test.admin-url");
        return DriverManager.getConnection(
                database.isEmpty() ? url : url.substring(0, url.lastIndexOf('/') + 1) + database,
                "postgres",
                setting("jumin.test.admin-password"));
    }

    private static void migrate(String database, String to) {
        var url = setting("jumin.test.admin-url");
        Flyway.configure()
                .dataSource(
                        url.substring(0, url.lastIndexOf('/') + 1) + database,
                        setting("JUMIN_DB_OWNER"),
                        setting("JUMIN_DB_OWNER_PASSWORD"))
                .locations("db/platform", "db/migration")
                .placeholders(java.util.Map.of("app", setting("JUMIN_DB_USER")))
                .outOfOrder(true)
                .target(to)
                .load()
                .migrate();
    }

    /** What is asked of one row, as text. */
    private static String one(Connection connection, String sql, Object... values) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            query.execute();
            try (var row = query.getResultSet()) {
                return row != null && row.next() ? row.getString(1) : null;
            }
        }
    }

    private DecisionDocument document(Connection connection, UUID settlement) throws SQLException {
        var bytes = one(connection, "select encode(document, 'base64') from settlement where id = ?", settlement);
        return documents.read(Base64.getMimeDecoder().decode(bytes));
    }

    /** As the rows stood before: the document, the entries and the postings each in a table of their own, and long keys of bills. */
    private void copyAsItWas(Connection now, Connection old, UUID id) throws SQLException {
        var row = one(
                now,
                "select (to_jsonb(s) - 'document' - 'entries' - 'postings')::text from settlement s where id = ?",
                id);
        one(old, "insert into settlement select * from jsonb_populate_record(null::settlement, ?::jsonb)", row);
        for (var name : List.of("accumulator_entry", "posting")) {
            var rows = one(now, "select jsonb_agg(to_jsonb(e))::text from " + name + " e where settlement_id = ?", id);
            if (rows != null) {
                one(
                        old,
                        "insert into " + name + " select * from jsonb_populate_recordset(null::" + name + ", ?::jsonb)",
                        rows);
            }
        }
        if (one(now, "select 1 from settlement where id = ? and document is not null", id) == null) {
            return;
        }
        var document = document(now, id);
        var shortKey = json.read(document.bill(), BillRecord.class).identity().key();
        var digest = Base64.getUrlDecoder().decode(shortKey.substring(2));
        var longKey = "C:" + HexFormat.of().formatHex(digest) + "0".repeat(24);
        one(
                old,
                "insert into settlement_document (settlement_id, provider, division_path, bill, facts, decision)"
                        + " select s.id, s.provider, s.division_path, ?::jsonb, ?, ? from settlement s where s.id = ?",
                document.bill().replace(shortKey, longKey),
                document.facts(),
                document.decision(),
                id);
    }

    private static UUID settled(String bill) {
        return UUID.fromString(settle(bill).statusCode(201).extract().path("settlementId"));
    }

    @Test
    @DisplayName("V0430 之前的结算迁移后：单据、分录、累计、已付账单与现在写入的相同，冲正的不再占用账单，仍只增不改")
    void settlementsOfManyRowsBecomeOneEach() throws SQLException {
        var person = covered("迁某");
        var paid = settled(Bills.ofPerson(person).worked().json());
        var taken = settled(Bills.ofPerson(person)
                .week(1)
                .item("A-DRUG", "10", "100", "1000.00")
                .json());
        var red = UUID.fromString(
                reverse(taken.toString(), key()).statusCode(201).extract().path("settlementId"));
        var database = "claims_old_" + UUID.randomUUID().toString().substring(0, 8);
        try (var now = admin("")) {
            one(now, "create database " + database + " owner " + setting("JUMIN_DB_OWNER"));
            migrate(database, BEFORE);
            try (var old = admin(database)) {
                for (var id : List.of(paid, taken, red)) {
                    copyAsItWas(now, old, id);
                }
                assertThat(one(old, "select count(*) from paid_care"), is("1"));
            }

            migrate(database, "latest");

            try (var old = admin(database)) {
                for (var id : List.of(paid, taken, red)) {
                    var same = "select jsonb_build_array(entries, postings, total_fen, person_fen, message_id)::text"
                            + " from settlement where id = ?";
                    assertThat(one(old, same, id), is(one(now, same, id)));
                }
                sameDocument(document(old, paid), document(now, paid));
                var care = "select (to_jsonb(c))::text from paid_care c where settlement_id = ?";
                assertThat(one(old, care, paid), is(one(now, care, paid)));
                assertThat(one(old, "select count(*) from paid_care"), is("1"));
                assertThat(
                        one(old, "select sum(amount_fen) from posting where settlement_id = ?", paid),
                        is(one(now, "select sum(amount_fen) from posting where settlement_id = ?", paid)));
                var refused = assertThrows(
                        SQLException.class, () -> one(old, "update settlement set reason = 'x' where id = ?", paid));
                assertThat(refused.getMessage(), containsString("insert-only"));
            } finally {
                one(now, "drop database " + database + " with (force)");
            }
        }
    }

    /** The texts that are replayed are the same to the byte; the bill, which jsonb had put in another order, says the same. */
    private void sameDocument(DecisionDocument old, DecisionDocument now) {
        assertThat(old.facts(), is(now.facts()));
        assertThat(old.decision(), is(now.decision()));
        assertThat(json.read(old.bill(), BillRecord.class), is(json.read(now.bill(), BillRecord.class)));
    }
}
