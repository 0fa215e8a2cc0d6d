package jumin.contribution.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** What the treasury confirmed, that which stands and that which no longer does, as far as the caller may see it. */
@ApplicationScoped
public class ReadTreasury {

    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private static final String COLUMNS =
            "id, organ, voucher_no, stage, amount_fen, confirmed_on, document_no, attempt, reported_at, payment_id";

    private static final String SQL = "with told as (select " + COLUMNS + ", '' as ended from treasury_receipt"
            + " union all select " + COLUMNS + ", ended from treasury_receipt_past), known as ("
            + "select told.*, case when ended <> '' then ended when told.payment_id is not null then 'BOOKED'"
            + " when exists (select 1 from payment p where p.voucher_no = told.voucher_no and p.organ = told.organ"
            + " and p.kind = 'NORMAL') then 'WAITS_FOR_RECEIVED' else 'WAITS_FOR_PAYMENT' end as state from told)"
            + """
             select known.id, known.organ, known.voucher_no, stage, amount_fen, confirmed_on, document_no, attempt,
                    reported_at, payment_id, known.state, v.id, v.reason, v.state, v.proposed_by, v.proposed_at,
                    v.decided_by, v.decided_at
             from known left join lateral (select * from treasury_reversal r where r.receipt_id = known.id
                  order by proposed_at desc limit 1) v on true
            """;

    private final Sql database;

    ReadTreasury(Sql database) {
        this.database = database;
    }

    /** Which are wanted; empty texts for any. @param reversal a state of a reversal, such as PROPOSED */
    public record Wanted(
            String voucherNo, String stage, String state, String reversal, Days days, String after, int limit) {}

    /** The days of confirmation, both included; an absent one is open. */
    public record Days(Optional<LocalDate> from, Optional<LocalDate> to) {}

    /** The last of a page. */
    private record Position(LocalDate day, UUID id) {

        static Position parse(String after) {
            if (after.isEmpty()) {
                return new Position(EARLIEST, new UUID(0, 0));
            }
            try {
                var parts = after.split("\\|", 2);
                return new Position(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
                throw ProblemException.field(
                        PlatformProblem.PARAMETER_INVALID, "?after", "游标格式不对", "首页请留空，否则用上一页的 next");
            }
        }
    }

    /** By day of confirmation. */
    @Transactional
    public TreasuryView.TreasuryPage list(Wanted wanted) {
        var after = Position.parse(wanted.after());
        var items = database.list(
                SQL + """
                        where (? = '' or known.voucher_no = ?) and ? in ('', stage) and ? in ('', known.state)
                          and (? = '' or v.state = ?) and confirmed_on between ? and ?
                          and confirmed_on >= ? and (confirmed_on, known.id) > (?, ?)
                        order by confirmed_on, known.id limit ?
                        """,
                ReadTreasury::view,
                wanted.voucherNo(),
                wanted.voucherNo(),
                wanted.stage(),
                wanted.state(),
                wanted.reversal(),
                wanted.reversal(),
                wanted.days().from().orElse(EARLIEST),
                wanted.days().to().orElse(LATEST),
                after.day(),
                after.day(),
                after.id(),
                wanted.limit());
        var next = items.size() < wanted.limit()
                ? null
                : items.getLast().confirmedOn() + "|" + items.getLast().confirmationId();
        return new TreasuryView.TreasuryPage(items, next);
    }

    /** One of them; there is no other way to what was proposed about it. */
    @Transactional
    public TreasuryView one(UUID id) {
        return find(id).orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此国库确认，或不在您的辖区。"));
    }

    Optional<TreasuryView> find(UUID id) {
        return database.first(SQL + "where known.id = ?", ReadTreasury::view, id);
    }

    Optional<TreasuryView> ofReversal(UUID reversalId) {
        return database.first(
                SQL + "where known.id = (select receipt_id from treasury_reversal where id = ?)",
                ReadTreasury::view,
                reversalId);
    }

    private static TreasuryView view(ResultSet row) throws SQLException {
        var stage = TreasuryStage.valueOf(row.getString(4));
        var state = TreasuryView.State.valueOf(row.getString(11));
        var reversal = row.getObject(12, UUID.class);
        return new TreasuryView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                stage,
                stage.title(),
                Money.ofFen(row.getLong(5)),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getInt(8),
                state,
                state.title(),
                row.getObject(9, OffsetDateTime.class),
                row.getObject(10, UUID.class),
                reversal == null
                        ? null
                        : new TreasuryView.Reversal(
                                reversal,
                                row.getString(13),
                                row.getString(14),
                                row.getString(15),
                                row.getObject(16, OffsetDateTime.class),
                                row.getString(17),
                                row.getObject(18, OffsetDateTime.class)));
    }
}
