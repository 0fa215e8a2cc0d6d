package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import org.postgresql.PGConnection;

/** 税务明细 on their way into the database, by COPY and in pieces: memory does not grow with their number. */
@ApplicationScoped
class TaxDetails {

    private static final int PIECE = 1 << 20;

    private final DataSource source;
    private final Sql database;

    TaxDetails(DataSource source, Sql database) {
        this.source = source;
        this.database = database;
    }

    /** One record of the tax organ. */
    record Detail(String voucherNo, Money amount, LocalDate paidOn, boolean reversed) {}

    /** Stages what {@code details} hands over, in the current transaction. */
    void stage(UUID run, Consumer<Consumer<Detail>> details) {
        var lines = new StringBuilder();
        details.accept(detail -> {
            lines.append(run)
                    .append(',')
                    .append(detail.voucherNo())
                    .append(',')
                    .append(detail.amount().fen())
                    .append(',')
                    .append(detail.paidOn())
                    .append(',')
                    .append(detail.reversed())
                    .append('\n');
            if (lines.length() > PIECE) {
                copy(lines);
            }
        });
        copy(lines);
    }

    long count(UUID run) {
        return database.count("select count(*) from tax_detail where run_id = ?", run);
    }

    void forget(UUID run) {
        database.update("delete from tax_detail where run_id = ?", run);
    }

    private void copy(StringBuilder lines) {
        try (var connection = source.getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy tax_detail from stdin (format csv)", new StringReader(lines.toString()));
            lines.setLength(0);
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
