package jumin.contribution.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * The reference: COPY and one FULL JOIN of levies, payments and the tax organ's records, written for this question only, as the
 * same role under the same row-level security. It keeps the same differences; it checks no file, knows no closed days, no
 * treasury and no reversals.
 */
final class HandWritten {

    private static final String TABLE = """
            drop table if exists bench_difference;
            create table bench_difference (id uuid primary key, class text not null, voucher_no text collate "C" not null,
                payment_id uuid references payment (id), person_id uuid, division_path text, our_fen bigint, their_fen bigint,
                difference_fen bigint not null, state text not null default 'OPEN', unique (class, voucher_no));
            create index on bench_difference (class, state);
            grant select, insert, truncate on bench_difference to public;
            """;

    private static final String STAGE =
            "create temp table theirs (voucher_no text collate \"C\", amount_fen bigint, paid_on date) on commit drop";

    private static final String COMPARE = """
            insert into bench_difference (id, class, voucher_no, payment_id, person_id, division_path, our_fen, their_fen, difference_fen)
            select gen_random_uuid(), class, coalesce(voucher_no, levy_id::text), payment_id, person_id, division_path, our_fen, their_fen,
                   case class when 'UNPAID' then -due_fen when 'ONLY_OURS' then -our_fen when 'ONLY_THEIRS' then their_fen
                        when 'AMOUNT_DIFFERS' then their_fen - our_fen else our_fen end
            from (
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
            """;

    private final Path csv;

    HandWritten(Path csv) throws SQLException {
        this.csv = csv;
        try (var admin = BenchCity.admin()) {
            BenchCity.execute(admin, TABLE);
        }
    }

    void run() throws SQLException, IOException {
        try (var connection = IntakeBench.application();
                InputStream in = Files.newInputStream(csv)) {
            connection.setAutoCommit(false);
            BenchCity.execute(connection, "set local work_mem = '64MB'");
            BenchCity.execute(connection, STAGE);
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy theirs from stdin (format csv)", in, 1 << 16);
            BenchCity.execute(connection, COMPARE);
            BenchCity.execute(connection, "select count(*), sum(amount_fen) from theirs");
            connection.commit();
        }
    }

    static void forget() throws SQLException {
        try (var admin = BenchCity.admin()) {
            BenchCity.execute(admin, "truncate bench_difference");
            BenchCity.execute(admin, "checkpoint");
        }
    }
}
