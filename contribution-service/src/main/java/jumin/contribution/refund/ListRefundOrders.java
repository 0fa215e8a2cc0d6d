package jumin.contribution.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.place.LastItem;
import jumin.contribution.scope.Widened;
import jumin.platform.audit.Audit;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 退库指令 and 付款指令: what the tax organ or the expenditure account shall pay back by now, and to whom. */
@ApplicationScoped
public class ListRefundOrders {

    private static final String OPEN = """
            select r.id, r.attempt, r.benefit_year, r.cause, r.amount_fen, p.person_no, r.payee_masked, r.decided_at,
                   r.payee_sealed, r.division_path
            from refund r left join insured_person p using (person_id)
            where r.state = 'ORDERED' and r.channel = ? and (? = '' or r.organ = ?)
              and (r.payable_from is null or r.payable_from <= ?) and r.seq > ?
            order by r.seq limit ?
            """;

    private final Sql database;
    private final Widened widened;
    private final Audit audit;
    private final PersonalData personalData;
    private final JsonColumn json;
    private final Clock clock;

    ListRefundOrders(
            Sql database, Widened widened, Audit audit, PersonalData personalData, JsonColumn json, Clock clock) {
        this.database = database;
        this.widened = widened;
        this.audit = audit;
        this.personalData = personalData;
        this.json = json;
        this.clock = clock;
    }

    /** One voucher to pay back from. */
    public record OrderLine(String voucherNo, Money amount) {}

    /** One order. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RefundOrder(
            UUID refundId,
            int attempt,
            int benefitYear,
            String cause,
            Money amount,
            String personNo,
            List<OrderLine> vouchers,
            String payeeMasked,
            @Schema(description = "收款人户名和账号；没有则原路退回") RefundSubmission.Payee payee,
            OffsetDateTime orderedAt) {}

    private record Placed(RefundOrder order, String divisionPath) {}

    /** A page: after a refund that the one before ended with, whatever has become of that since. */
    public record Part(Optional<UUID> after, int limit) {}

    /** For the tax organ of the caller's token. */
    public List<RefundOrder> forTaxOrgan(Part part) {
        var organ = widened.organ();
        return widened.call(() -> open(RefundCase.Channel.TAX, organ, part));
    }

    /** For whoever pays from the expenditure account, of the own division. */
    @Transactional
    public List<RefundOrder> forExpenditureAccount(Part part) {
        return open(RefundCase.Channel.EXPENDITURE, "", part);
    }

    private List<RefundOrder> open(RefundCase.Channel channel, String organ, Part part) {
        var found = database.list(
                OPEN,
                this::placed,
                channel,
                organ,
                organ,
                LocalDate.now(clock),
                part.after().map(id -> place(id, organ)).orElse(0L),
                part.limit());
        audit.readAll(
                "refund-payee",
                found.stream()
                        .filter(placed -> placed.order().payee() != null)
                        .map(placed -> new Audit.Subject(placed.order().refundId(), placed.divisionPath()))
                        .toList());
        return found.stream().map(Placed::order).toList();
    }

    private long place(UUID id, String organ) {
        return database.first(
                        "select seq from refund where id = ? and ? in ('', organ)", row -> row.getLong(1), id, organ)
                .orElseThrow(LastItem::unknown);
    }

    private Placed placed(ResultSet row) throws SQLException {
        var id = row.getObject(1, UUID.class);
        return new Placed(
                new RefundOrder(
                        id,
                        row.getInt(2),
                        row.getInt(3),
                        row.getString(4),
                        Money.ofFen(row.getLong(5)),
                        row.getString(6),
                        vouchers(id),
                        row.getString(7),
                        payee(row.getString(9)),
                        row.getObject(8, OffsetDateTime.class)),
                row.getString(10));
    }

    private RefundSubmission.Payee payee(String sealed) {
        return sealed.isEmpty() ? null : json.read(personalData.open(sealed), RefundSubmission.Payee.class);
    }

    private List<OrderLine> vouchers(UUID id) {
        return database.list(
                "select p.voucher_no, l.amount_fen from refund_line l join payment p on p.id = l.payment_id"
                        + " where l.refund_id = ? order by 1",
                row -> new OrderLine(row.getString(1), Money.ofFen(row.getLong(2))),
                id);
    }
}
