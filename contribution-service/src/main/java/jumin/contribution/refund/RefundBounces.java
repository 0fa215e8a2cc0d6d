package jumin.contribution.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 退票: payments of a refund whose money came back. */
@ApplicationScoped
class RefundBounces {

    private final Sql database;

    RefundBounces(Sql database) {
        this.database = database;
    }

    /** What had been paid, and how it came back. */
    @Schema(name = "RefundBounce", description = "退票：已报付出、其后款项退回的一次付款")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Bounce(
            @Schema(description = "第几次下达") int attempt,

            @Schema(description = "TAX 税务退库 / EXPENDITURE 支出户付款")
            RefundCase.Channel channel,

            @Schema(description = "原退库单号或付款单号") String documentNo,
            LocalDate paidOn,
            String payeeMasked,
            @Schema(description = "退票单号") String returnNo,
            @Schema(description = "款项退回到账日期") LocalDate returnedOn,
            String reason,
            String reportedBy,
            OffsetDateTime reportedAt) {}

    void add(RefundCase refund, Bounce bounce) {
        database.update(
                """
                insert into refund_bounce (refund_id, attempt, channel, document_no, paid_on, payee_masked, return_no,
                       returned_on, reason, reported_by, reported_at, division_path, organ)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                refund.id(),
                bounce.attempt(),
                bounce.channel(),
                bounce.documentNo(),
                bounce.paidOn(),
                bounce.payeeMasked(),
                bounce.returnNo(),
                bounce.returnedOn(),
                bounce.reason(),
                bounce.reportedBy(),
                bounce.reportedAt(),
                refund.where().divisionPath(),
                refund.where().organ());
    }

    /** The first attempt first. */
    List<Bounce> of(UUID refundId) {
        return database.list("""
                select attempt, channel, document_no, paid_on, payee_masked, return_no, returned_on, reason, reported_by,
                       reported_at
                from refund_bounce where refund_id = ? order by attempt
                """, RefundBounces::bounce, refundId);
    }

    Optional<Bounce> of(UUID refundId, int attempt) {
        return of(refundId).stream()
                .filter(bounce -> bounce.attempt() == attempt)
                .findFirst();
    }

    /** The number of a payment that came back names that payment for ever. Asked after the new one is stored: both may come at once. */
    void requireNewDocument(String organ, String documentNo) {
        if (database.count("select count(*) from refund_bounce where organ = ? and document_no = ?", organ, documentNo)
                > 0) {
            throw new ProblemException(
                    ContributionProblem.REFUND_DOCUMENT_REUSED, "单号 " + documentNo + " 是已退票的一次付款，请填写这一次的单号。");
        }
    }

    private static Bounce bounce(ResultSet row) throws SQLException {
        return new Bounce(
                row.getInt(1),
                RefundCase.Channel.valueOf(row.getString(2)),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getString(8),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class));
    }
}
