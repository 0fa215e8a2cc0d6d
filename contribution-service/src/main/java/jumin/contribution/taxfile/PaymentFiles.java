package jumin.contribution.taxfile;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.organ.ResponsibleOrgans;
import jumin.contribution.place.LastItem;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** The received files and their lines. */
@ApplicationScoped
class PaymentFiles {

    private static final String FILE = """
            select f.id, f.organ, f.benefit_year, f.file_no, f.business_day, f.name, f.charset, f.sha256, f.line_count,
                   f.sum_fen, c.accepted, c.refused, c.waiting, c.open, f.job_id, f.received_at
            from payment_file f cross join lateral (
                select count(*) filter (where state = 'ACCEPTED') accepted, count(*) filter (where state = 'REFUSED') refused,
                       count(*) filter (where state = 'WAITING') waiting, count(*) filter (where state = 'READY') open
                from payment_file_line where file_id = f.id) c
            """;

    private final Sql database;

    PaymentFiles(Sql database) {
        this.database = database;
    }

    /** A line as stored. */
    record Line(UUID fileId, int line, String voucherNo, String sealed) {}

    /** How a line ended. */
    record Result(String state, String outcome, String detail) {}

    /** Who sends it, under which name. */
    record Arrival(UUID id, ResponsibleOrgans.Organ organ, String name, String by, OffsetDateTime at) {}

    /** False when a file of this content is there already. */
    boolean add(Arrival arrival, PaymentFile file) {
        var header = file.header();
        return database.update(
                        """
                        insert into payment_file (id, area, division_path, organ, benefit_year, file_no, business_day, name,
                               charset, sha256, line_count, sum_fen, received_by, received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (organ, sha256) do nothing
                        """,
                        arrival.id(),
                        arrival.organ().area(),
                        arrival.organ().divisionPath(),
                        arrival.organ().code(),
                        header.benefitYear(),
                        header.fileNo(),
                        header.businessDay(),
                        arrival.name(),
                        file.charset().name(),
                        file.sha256(),
                        file.lines().size(),
                        file.sum().fen(),
                        arrival.by(),
                        arrival.at())
                == 1;
    }

    void addLines(List<Object[]> rows) {
        database.updateAll("""
                insert into payment_file_line (file_id, line, division_path, organ, voucher_no, state, sealed, outcome, detail)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    void workedBy(UUID id, UUID job) {
        database.update("update payment_file set job_id = ? where id = ?", job, id);
    }

    Optional<PaymentFileView> find(UUID id) {
        return database.first(FILE + "where f.id = ?", PaymentFiles::view, id);
    }

    Optional<PaymentFileView> byContent(String organ, String sha256) {
        return database.first(FILE + "where f.organ = ? and f.sha256 = ?", PaymentFiles::view, organ, sha256);
    }

    /** The newest first. @param after the last one of the page before */
    List<PaymentFileView> list(int benefitYear, Optional<UUID> after, int limit) {
        after.ifPresent(id -> find(id).orElseThrow(LastItem::unknown));
        return database.list(FILE + """
                where f.benefit_year = ? and (?::uuid is null or exists (select 1 from payment_file l where l.id = ?::uuid
                      and (f.received_at < l.received_at or f.received_at = l.received_at and f.id > l.id)))
                order by f.received_at desc, f.id limit ?
                """, PaymentFiles::view, benefitYear, after, after, limit);
    }

    /** Numbers from 1 to an organ's last that nobody has sent, looking a thousand back; the last twenty of each organ, and how many it lacks. */
    List<PaymentFileView.Missing> missing(int benefitYear) {
        return database.list(
                """
                select organ, n, lacks from (
                    select o.organ, n, row_number() over (partition by o.organ order by n desc) nth, count(*) over (partition by o.organ) lacks
                    from (
                        select organ, greatest(1, max(file_no) - 1000) first, max(file_no) last
                        from payment_file where benefit_year = ? group by organ) o
                         cross join lateral generate_series(o.first, o.last) n
                    where not exists (
                        select 1 from payment_file f where f.organ = o.organ and f.benefit_year = ? and f.file_no = n)) m
                where nth <= 20 order by organ, n desc
                """,
                row -> new PaymentFileView.Missing(row.getString(1), row.getInt(2), row.getInt(3)),
                benefitYear,
                benefitYear);
    }

    List<Line> ready(UUID fileId, int limit) {
        return database.list(
                "select file_id, line, voucher_no, sealed from payment_file_line"
                        + " where file_id = ? and state = 'READY' order by line limit ?",
                PaymentFiles::line,
                fileId,
                limit);
    }

    /** Reversals of this organ whose original had not come when they came; first those whose original is there now. */
    List<Line> waiting(String organ) {
        return database.list("""
                select file_id, line, voucher_no, sealed from payment_file_line l where organ = ? and state = 'WAITING'
                order by exists (select 1 from payment p where p.voucher_no = l.waits_for) desc, file_id, line limit 1000
                """, PaymentFiles::line, organ);
    }

    /** Reversals that wait for this voucher. */
    List<Line> waitingFor(String voucherNo) {
        return database.list(
                "select file_id, line, voucher_no, sealed from payment_file_line where waits_for = ? and state = 'WAITING'"
                        + " order by file_id, line",
                PaymentFiles::line,
                voucherNo);
    }

    /** It waits for its original, as what it then is known to be. */
    void waits(Line line, String original) {
        database.update(
                "update payment_file_line set state = 'WAITING', outcome = ?, detail = ?, waits_for = ?"
                        + " where file_id = ? and line = ?",
                ContributionProblem.PAYMENT_ORIGINAL_UNKNOWN,
                "等待原缴费 " + original + "，到后自动冲正。",
                original,
                line.fileId(),
                line.line());
    }

    Optional<String> pathOf(UUID fileId, int line) {
        return database.first(
                "select division_path from payment_file_line where file_id = ? and line = ?",
                row -> row.getString(1),
                fileId,
                line);
    }

    /** False when it does not wait, or no longer. */
    boolean dismiss(UUID fileId, int line, String reason) {
        return database.update("""
                update payment_file_line set state = 'REFUSED', outcome = 'DISMISSED', detail = ?, sealed = ''
                where file_id = ? and line = ? and state = 'WAITING'
                """, "不再等待原缴费：" + reason, fileId, line) == 1;
    }

    boolean hasCome(String voucherNo) {
        return database.first("select 1 from payment where voucher_no = ?", row -> true, voucherNo)
                .isPresent();
    }

    void end(Line line, Result result) {
        database.update(
                "update payment_file_line set state = ?, outcome = ?, detail = ?, sealed = '' where file_id = ? and line = ?",
                result.state(),
                result.outcome(),
                result.detail(),
                line.fileId(),
                line.line());
    }

    List<PaymentFileView.LineView> lines(UUID fileId, String state, int after, int limit) {
        return database.list(
                """
                select line, voucher_no, state, outcome, detail from payment_file_line
                where file_id = ? and (? = '' or state = ?) and line > ? order by line limit ?
                """,
                row -> new PaymentFileView.LineView(
                        row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                fileId,
                state,
                state,
                after,
                limit);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getObject(1, UUID.class), row.getInt(2), row.getString(3), row.getString(4));
    }

    private static PaymentFileView view(ResultSet row) throws SQLException {
        return new PaymentFileView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getLong(9),
                Money.ofFen(row.getLong(10)),
                row.getLong(11),
                row.getLong(12),
                row.getLong(13),
                row.getLong(14),
                row.getObject(15, UUID.class),
                row.getObject(16, OffsetDateTime.class));
    }
}
