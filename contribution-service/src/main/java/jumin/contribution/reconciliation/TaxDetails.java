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

/** 税务明细 on their way into the database, by COPY and in pieces: memory does not grow with their number. */
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

    /** Stages what {@code details} hands over, in the current transaction; meanwhile its connection takes nothing else. */
    void stage(UUID run, Consumer<Consumer<Detail>> details) {
        database.list("select set_config('jumin.run', ?, true)", row -> 1, run.toString());
        try (var connection = source.getConnection()) {
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy tax_detail (voucher_no, amount_fen, paid_on, reversed) from stdin (format csv)");
            try {
                var lines = new StringBuilder();
                details.accept(detail -> {
                    write(lines, detail);
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

    private static void write(StringBuilder lines, Detail detail) {
        lines.append(detail.voucherNo())
                .append(',')
                .append(detail.amount().fen())
                .append(',')
                .append(detail.paidOn())
                .append(detail.reversed() ? ",t\n" : ",f\n");
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

    long count(UUID run) {
        return database.count("select count(*) from tax_detail where run_id = ?", run);
    }

    void forget(UUID run) {
        database.update("delete from tax_detail where run_id = ?", run);
    }
}
