package jumin.contribution.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * The reference: COPY, one FULL JOIN of levies, payments and the tax organ's records and one count by day, written for this
 * question only, in one transaction, as the same role under the same row-level security. It stores the same differences and
 * totals by day into the same tables, and opens the same run with the same totals; it parses and checks no file, hands nothing
 * to a job, and knows no closed days, no treasury, no records listed twice and no reversals.
 */
final class HandWritten {

    private static final String[] WORK = {"""
        insert into difference (id, reconciliation_id, division_path, organ, class, voucher_no, payment_id, person_id, our_fen,
               their_fen, difference_fen)
        select gen_random_uuid(), run, coalesce(division_path, '360900/'), '13609990000', class, coalesce(voucher_no, levy_id::text),
               payment_id, person_id, case class when 'UNPAID' then due_fen else our_fen end,
               case class when 'UNPAID' then 0 else their_fen end,
               case class when 'UNPAID' then -due_fen when 'ONLY_OURS' then -our_fen when 'ONLY_THEIRS' then their_fen
                    when 'AMOUNT_DIFFERS' then their_fen - our_fen else our_fen end
        from (select id run from reconciliation where fingerprint = 'by hand') run, (
            select o.*, t.voucher_no their_no, t.amount_fen their_fen,
                   case when t.voucher_no is null and o.voucher_no is null then 'UNPAID'
                        when t.voucher_no is null then 'ONLY_OURS'
                        when o.voucher_no is null then 'ONLY_THEIRS'
                        when o.our_fen <> t.amount_fen then 'AMOUNT_DIFFERS'
                        when o.person_id is null then 'NOBODY'
                        when o.nth > 1 then 'TWICE' end as class
            from (
                select l.id levy_id, l.due_fen, p.id payment_id, p.voucher_no, p.amount_fen our_fen,
                       coalesce(p.person_id, l.person_id) person_id, coalesce(p.division_path, l.division_path) division_path,
                       row_number() over (partition by p.person_id order by p.paid_on, p.voucher_no) nth
                from (select * from levy where benefit_year = 2024 and superseded_by is null and state = 'ISSUED'
                      and organ = '13609990000') l
                     full join (select * from payment where kind = 'NORMAL' and benefit_year = 2024
                                and organ = '13609990000') p on p.person_id = l.person_id) o
                 full join theirs t on t.voucher_no = o.voucher_no) sides
        where class is not null
        """, """
        insert into reconciliation_day_total (reconciliation_id, day, our_count, our_fen, their_count, their_fen, division_path, organ)
        select id, day, coalesce(o.n, 0), coalesce(o.fen, 0), coalesce(t.n, 0), coalesce(t.fen, 0), division_path, organ
        from reconciliation,
             (select reconciliation_day as day, count(*) n, sum(amount_fen) fen from payment
              where kind = 'NORMAL' and benefit_year = 2024 and organ = '13609990000' group by 1) o
             full join (select paid_on as day, count(*) n, sum(amount_fen) fen from theirs group by 1) t using (day)
        where fingerprint = 'by hand'
        """, """
        update reconciliation r set state = 'OPEN', compared_at = now(), our_count = o.n, our_fen = o.fen,
               matched = o.n - (select count(*) from difference where reconciliation_id = r.id
                                and class in ('AMOUNT_DIFFERS', 'ONLY_OURS'))
        from (select sum(our_count) n, sum(our_fen) fen from reconciliation_day_total
              where reconciliation_id = (select id from reconciliation where fingerprint = 'by hand')) o
        where fingerprint = 'by hand'
        """};

    private static final String STAGE =
            "create temp table theirs (voucher_no text collate \"C\", amount_fen bigint, paid_on date) on commit drop";

    private static final String OPEN = """
            insert into reconciliation (id, area, division_path, organ, benefit_year, first_day, last_day, our_count, our_fen,
                   their_count, their_fen, matched, fingerprint, state, received_by, received_at, with_unpaid)
            select gen_random_uuid(), '360900', '360900/', '13609990000', 2024, '2023-09-15', '2024-12-31', 0, 0, count(*),
                   sum(amount_fen), 0, 'by hand', 'COMPARING', 'bench', now(), true from theirs
            """;

    private final Path csv;

    HandWritten(Path csv) {
        this.csv = csv;
    }

    void run() throws SQLException, IOException {
        try (var connection = BenchCity.application();
                InputStream in = Files.newInputStream(csv)) {
            connection.setAutoCommit(false);
            BenchCity.execute(connection, "set local work_mem = '64MB'");
            BenchCity.execute(connection, STAGE);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy theirs from stdin (format csv)", in, 1 << 16);
            BenchCity.execute(connection, OPEN);
            for (var statement : WORK) {
                BenchCity.execute(connection, statement);
            }
            connection.commit();
        }
    }
}
