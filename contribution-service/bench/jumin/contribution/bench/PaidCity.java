package jumin.contribution.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * An invented city in which everybody owes a levy and nearly everybody has paid. Of a hundred levies one is unpaid; of two
 * hundred one is paid twice, and one more payment is for nobody; of two hundred payments three are other amounts at the tax organ.
 */
final class PaidCity {

    static final String ORGAN = "13609990000";

    /** Written by hand as the service writes them; triggers and foreign keys rest meanwhile. */
    private static final String[] ROWS = {
        "insert into tax_organ (organ, name, area, division_path) values ('13609990000', '示范', '360900', '360900/')",
        """
        insert into levy (id, area, division_path, organ, person_id, benefit_year, version, state, reason, standard_id,
               individual_fen, subsidy_fen, due_fen, tier, payer, category, articles, issued_at)
        select gen_random_uuid(), area, division_path, '13609990000', person_id, 2024, 1, 'ISSUED', '',
               (select id from standard limit 1), 38000, 0, 38000, 'none', '', '', '[]', now() from insured_person
        """,
        """
        insert into payment (id, voucher_no, kind, area, division_path, organ, person_id, stated_name, stated_id_sealed,
               stated_id_index, stated_id_masked, benefit_year, amount_fen, paid_on, outcome, late, accepted_fen, fingerprint,
               received_at, reconciliation_day)
        select gen_random_uuid(), v, 'NORMAL', area, division_path, '13609990000', who, '', '', '', '', 2024, 38000, day,
               outcome, false, 38000, '', now(), day
        from (select g, area, division_path, date '2023-10-01' + g % 100 as day, kind.* from
                (select substr(person_no, 2)::int g, * from insured_person) person,
                lateral (values
                    ('V' || lpad(g::text, 12, '0'), person_id, 'MATCHED', g % 100 <> 99),
                    ('W' || lpad(g::text, 12, '0'), person_id, 'TWICE', g % 200 = 7),
                    ('X' || lpad(g::text, 12, '0'), null::uuid, 'NOBODY', g % 200 = 8)) as kind (v, who, outcome, there)
              where there) paid
        """,
        """
        insert into posting (area, division_path, organ, person_id, benefit_year, account_from, account_to, amount_fen, reason,
               ref, occurred_on, recorded_at, book)
        select area, division_path, organ, person_id, 2024, f, t, 38000, r, id, paid_on, now(), split_part(division_path, '/', 2)
        from payment, lateral (values ('SUSPENSE', 'TAX_ORGAN', 'PAID', true),
             ('RECEIVABLE', 'SUSPENSE', 'ALLOCATED', outcome = 'MATCHED')) as move (f, t, r, moves) where moves
        """,
        """
        insert into posting (area, division_path, organ, person_id, benefit_year, account_from, account_to, amount_fen, reason,
               ref, occurred_on, recorded_at, book)
        select area, division_path, organ, person_id, 2024, 'CONTRIBUTION_INCOME', 'RECEIVABLE', 38000, 'LEVIED', id,
               date '2023-10-10', now(), split_part(division_path, '/', 2) from levy
        """
    };

    private static final String THEIRS = """
            select voucher_no, case when substr(voucher_no, 2)::int % 200 in (3, 13, 23) then 30000 else amount_fen end fen, paid_on
            from payment order by voucher_no
            """;

    private PaidCity() {}

    static void build() throws SQLException {
        BenchCity.persons(BenchCity.persons());
        try (var admin = BenchCity.admin()) {
            BenchCity.execute(admin, "set session_replication_role = replica");
            BenchCity.quickly(admin, List.of("levy", "payment", "posting"), () -> {
                for (var sql : ROWS) {
                    BenchCity.execute(admin, sql);
                }
            });
            BenchCity.execute(admin, "vacuum analyze");
        }
    }

    /** As if nothing had been reconciled yet. */
    static void forget() throws SQLException {
        try (var admin = BenchCity.admin()) {
            BenchCity.execute(admin, "set session_replication_role = replica");
            for (var table : new String[] {"difference", "reconciliation_day_total", "reconciliation", "job"}) {
                BenchCity.execute(admin, "delete from " + table);
                BenchCity.execute(admin, "vacuum analyze " + table);
            }
            BenchCity.execute(admin, "checkpoint");
        }
    }

    /** What the tax organ sends: the file of docs/tax-exchange.md. */
    static Path file() throws SQLException, IOException {
        var file = Files.createTempFile("reconciliation", ".txt");
        try (var admin = BenchCity.admin();
                var out = new DigestOutputStream(Files.newOutputStream(file), MessageDigest.getInstance("SHA-256"))) {
            out.write("H|JUMIN-RECONCILIATION-1|13609990000|2024|20230915|20241231||1\n"
                    .getBytes(StandardCharsets.US_ASCII));
            copy(admin, """
                    select format('D|%s|%s|%s|Z', voucher_no, to_char(fen / 100.0, 'FM9999990.00'), to_char(paid_on, 'YYYYMMDD'))
                    from (""" + THEIRS + ") theirs", "", out);
            var hash = HexFormat.of().formatHex(out.getMessageDigest().digest());
            var totals = totals(admin);
            out.on(false);
            out.write(("T|" + totals + "|" + hash + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        return file;
    }

    /** The same for the reference: ready for COPY, nothing left to parse or check. */
    static Path csv() throws SQLException, IOException {
        var file = Files.createTempFile("reconciliation", ".csv");
        try (var admin = BenchCity.admin();
                var out = Files.newOutputStream(file)) {
            copy(admin, THEIRS, "(format csv)", out);
        }
        return file;
    }

    private static String totals(Connection admin) throws SQLException {
        try (var statement = admin.createStatement();
                var row = statement.executeQuery(
                        "select count(*) || '|' || to_char(sum(fen) / 100.0, 'FM999999999990.00') from (" + THEIRS
                                + ") t")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void copy(Connection admin, String query, String format, OutputStream out)
            throws SQLException, IOException {
        admin.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout " + format, out);
    }
}
