package jumin.contribution.fund;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.Response;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.ledger.Posting;
import jumin.contribution.money.AmountLimit;
import jumin.platform.audit.Audit;
import jumin.platform.idempotency.Once;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Books money that reached the fiscal account from elsewhere than contributors; a mistake is reversed by another person. */
@ApplicationScoped
public class ReceiveMoney {

    private static final String RECEIPT = """
            select id, seq, area, division_path, benefit_year, kind, due_id, amount_fen, received_on, document_no, payer, note,
                   recorded_by, reversed_by
            from fund_receipt
            """;

    /** As of the benefit year: no books are older. */
    private static final int EARLIEST_YEAR = 2000;

    private final FundDues dues;
    private final Deadlines law;
    private final Ledger ledger;
    private final Sql database;
    private final CurrentCaller caller;
    private final Once once;
    private final Audit audit;
    private final Clock clock;

    ReceiveMoney(
            FundDues dues,
            Deadlines law,
            Ledger ledger,
            Sql database,
            CurrentCaller caller,
            Once once,
            Audit audit,
            Clock clock) {
        this.dues = dues;
        this.law = law;
        this.ledger = ledger;
        this.database = database;
        this.caller = caller;
        this.once = once;
        this.audit = audit;
        this.clock = clock;
    }

    /** 收入种类 with the account it comes out of. */
    public enum Kind {
        GOVERNMENT_SUBSIDY(Account.GOVERNMENT_SUBSIDY_DUE),
        AID(Account.SUBSIDY_DUE),
        INTEREST(Account.INTEREST_INCOME),
        DONATION(Account.DONATION_INCOME),
        TRANSFER(Account.TRANSFER_INCOME),
        OTHER_PUBLIC(Account.OTHER_INCOME),
        OTHER(Account.OTHER_INCOME);

        private final Account account;

        Kind(Account account) {
            this.account = account;
        }

        boolean paysADue() {
            return this == GOVERNMENT_SUBSIDY || this == AID;
        }
    }

    /** 到账. */
    public record FundReceipt(
            @NotNull @Pattern(regexp = "\\d{6}/(\\d{6}/)?", message = "须为市或县的区划路径")
            String divisionPath,

            @Min(EARLIEST_YEAR) @Max(2100) @Schema(required = true)
            int benefitYear,

            @NotNull
            @Schema(
                    description =
                            "GOVERNMENT_SUBSIDY 财政补助 / AID 资助参保款（均须写明 dueId）/ INTEREST 利息 / DONATION 捐助 / TRANSFER 转移 / OTHER_PUBLIC 其他公共资金 / OTHER 其他")
            Kind kind,

            @Schema(description = "所付的应收款") UUID dueId,
            @NotNull @Schema(description = "金额，大于零") Money amount,
            @NotNull @Schema(description = "到账日期") LocalDate receivedOn,
            @NotBlank(message = "到账单号必填") @Size(max = 60) String documentNo,
            @NotBlank(message = "付款方必填") @Size(max = 100) String payer,
            @Size(max = 200) String note) {}

    /** A receipt as stored. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FundReceiptView(
            UUID receiptId,
            long seq,
            String area,
            String divisionPath,
            int benefitYear,
            Kind kind,
            UUID dueId,
            Money amount,
            LocalDate receivedOn,
            String documentNo,
            String payer,
            String note,
            String recordedBy,
            String reversedBy) {}

    public Response run(FundReceipt receipt, String key) {
        return once.answer("fund-receipt", key, receipt, () -> {
            var view = receive(receipt);
            return Once.Answer.created(view, "/api/contribution/v1/fund-receipts/" + view.receiptId());
        });
    }

    @Transactional
    public FundReceiptView one(UUID id) {
        return database.first(RECEIPT + "where id = ?", ReceiveMoney::view, id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此到账，或不在您的辖区。"));
    }

    @Transactional
    public List<FundReceiptView> list(int benefitYear, Optional<UUID> due, long after) {
        return database.list(
                RECEIPT
                        + "where benefit_year = ? and (?::uuid is null or due_id = ?::uuid) and seq > ? order by seq limit 500",
                ReceiveMoney::view,
                benefitYear,
                due,
                due,
                after);
    }

    /** Reversing again what is reversed answers the same to the same person. */
    @Transactional
    public FundReceiptView reverse(UUID id, String note) {
        database.list("select 1 from fund_receipt where id = ? for update", row -> 1, id);
        var found = one(id);
        var me = caller.get().id();
        if (found.reversedBy() != null) {
            if (!found.reversedBy().equals(me)) {
                throw new ProblemException(
                        ContributionProblem.FUND_RECEIPT_REVERSED, "该笔到账已由 " + found.reversedBy() + " 冲销；请刷新查看，无需再办。");
            }
            return found;
        }
        database.update(
                "update fund_receipt set reversed_by = ?, reversed_at = ? where id = ?",
                me,
                OffsetDateTime.now(clock),
                id);
        ledger.reverse(id, found.kind().account, Account.FISCAL_ACCOUNT, LocalDate.now(clock));
        audit.changed("fund-receipt", id, found.divisionPath(), "冲销到账：" + note);
        return one(id);
    }

    private FundReceiptView receive(FundReceipt receipt) {
        check(receipt);
        var area = receipt.divisionPath().substring(0, receipt.divisionPath().indexOf('/'));
        var id = TimeOrderedId.next();
        database.update(
                """
                insert into fund_receipt (id, area, division_path, benefit_year, kind, due_id, amount_fen, received_on,
                       document_no, payer, note, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                area,
                receipt.divisionPath(),
                receipt.benefitYear(),
                receipt.kind(),
                receipt.dueId(),
                receipt.amount().fen(),
                receipt.receivedOn(),
                receipt.documentNo(),
                receipt.payer(),
                Optional.ofNullable(receipt.note()).orElse(""),
                caller.get().id(),
                OffsetDateTime.now(clock));
        requireOwed(receipt);
        ledger.post(new Posting(
                new Posting.Whose(area, receipt.divisionPath(), "-", Optional.empty(), receipt.benefitYear()),
                receipt.kind().account,
                Account.FISCAL_ACCOUNT,
                receipt.amount(),
                "RECEIVED_" + receipt.kind().name(),
                id,
                receipt.receivedOn()));
        audit.changed("fund-receipt", id, receipt.divisionPath(), "到账 " + receipt.documentNo());
        return one(id);
    }

    private void check(FundReceipt receipt) {
        if (!caller.get().scope().division().contains(receipt.divisionPath())) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "只能办理本辖区的基金收入。");
        }
        AmountLimit.FUND.require(receipt.amount(), "请核对金额；冲销请用冲销接口");
        checkDay(receipt);
        if (receipt.kind().paysADue() != (receipt.dueId() != null)) {
            throw ProblemException.field(PlatformProblem.FIELD_INVALID, "/dueId", "财政补助和资助参保款须写明所付的应收款，其他收入不填", "请核对");
        }
        if (receipt.dueId() != null) {
            dues.lock(receipt.dueId());
            var due = dues.find(receipt.dueId())
                    .filter(found -> found.kind().name().equals(receipt.kind().name()))
                    .filter(found -> found.benefitYear() == receipt.benefitYear() && found.reversedBy() == null)
                    .orElseThrow(() -> new ProblemException(
                            ContributionProblem.FUND_DUE_UNKNOWN, "没有此应收款，或已冲销，或种类、年度不符，或不在您的辖区。"));
            if (!due.divisionPath().equals(receipt.divisionPath())) {
                throw ProblemException.field(
                        PlatformProblem.FIELD_INVALID, "/divisionPath", "与应收款的区划不同", "请填 " + due.divisionPath());
            }
            return;
        }
        var area = receipt.divisionPath().substring(0, receipt.divisionPath().indexOf('/'));
        law.notAdmitted(area, receipt.benefitYear(), receipt.kind().name().toLowerCase(Locale.ROOT))
                .ifPresent(article -> {
                    throw new ProblemException(ContributionProblem.FUND_INCOME_NOT_ADMITTED, article + "没有列出这种基金收入。");
                });
    }

    /** Not in the future; and a due is not paid before the year in which its collection begins, the year before the benefit year. */
    private void checkDay(FundReceipt receipt) {
        if (receipt.receivedOn().isAfter(LocalDate.now(clock))) {
            throw wrongDay("到账日期在今天之后", "到账后再登记");
        }
        var first = receipt.dueId() == null ? EARLIEST_YEAR : receipt.benefitYear() - 1;
        if (receipt.receivedOn().getYear() < first) {
            throw wrongDay("到账日期早于 " + first + " 年", "请核对到账日期和待遇年度");
        }
    }

    /**
     * After the receipt is stored, so that a document number told twice is named first; refusing takes the receipt back. What was set
     * off may come in all the same: then the credit waits for the next due.
     */
    private void requireOwed(FundReceipt receipt) {
        Optional.ofNullable(receipt.dueId())
                .flatMap(dues::find)
                .filter(due -> due.received().compareTo(due.amount()) > 0)
                .ifPresent(due -> {
                    throw ProblemException.field(
                            PlatformProblem.FIELD_INVALID,
                            "/amount",
                            "该应收款未到账的只有 " + due.amount().minus(due.received()).plus(receipt.amount()) + " 元，到账超过了它",
                            "请核对金额和 dueId；付款方确实另有应付的，先登记那笔应收款，再按各笔分别登记到账");
                });
    }

    private static ProblemException wrongDay(String what, String cure) {
        return ProblemException.field(PlatformProblem.FIELD_INVALID, "/receivedOn", what, cure);
    }

    private static FundReceiptView view(ResultSet row) throws SQLException {
        return new FundReceiptView(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                Kind.valueOf(row.getString(6)),
                row.getObject(7, UUID.class),
                Money.ofFen(row.getLong(8)),
                row.getObject(9, LocalDate.class),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14));
    }
}
