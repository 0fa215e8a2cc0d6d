package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** 税务明细 on their way into a table of their run, by COPY and in pieces: memory does not grow with their number. */
@ApplicationScoped
class TaxDetails {

    private static final int PIECE = 1 << 16;

    private final DataSource source;
    private final Sql database;

    TaxDetails(DataSource source, Sql database) {
        this.source = source;
        this.database = database;
    }

    /** One record of the tax organ. */
    record Detail(String voucherNo, Money amount, LocalDate paidOn, boolean reversed) {}

    /** Where the details of a run wait. */
    static String table(UUID run) {
        return "tax_detail_" + run.toString().replace("-", "");
    }

    /** Stages what {@code details} hands over, in the current transaction; meanwhile its connection takes nothing else. */
    void stage(UUID run, Consumer<Consumer<Detail>> details) {
        database.list("select open_tax_detail(?)", row -> 1, run);
        try (var connection = source.getConnection()) {
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table(run) + " (voucher_no, amount_fen, paid_on, reversed, again) from stdin");
            try {
                var lines = new StringBuilder();
                var seen = new SeenVouchers();
                details.accept(detail -> {
                    write(lines, detail, seen.again(detail.voucherNo()));
                    if (lines.length() > PIECE) {
                        send(copy, lines);
                    }
                });
                send(copy, lines);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void write(StringBuilder lines, Detail detail, boolean again) {
        lines.append(detail.voucherNo())
                .append('\t')
                .append(detail.amount().fen())
                .append('\t')
                .append(detail.paidOn())
                .append(detail.reversed() ? "\tt" : "\tf")
                .append(again ? "\tt\n" : "\tf\n");
    }

    private static void send(CopyIn copy, StringBuilder lines) {
        try {
            var bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
            copy.writeToCopy(bytes, 0, bytes.length);
            lines.setLength(0);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Whether the details are still there: a crash of the database empties such a table, and as a whole. */
    boolean present(UUID run) {
        return database.count("select count(to_regclass(?))", table(run)) == 1
                && database.first("select 1 from " + table(run) + " limit 1", row -> 1)
                        .isPresent();
    }

    void forget(UUID run) {
        database.list("select drop_tax_detail(?)", row -> 1, run);
    }
}
