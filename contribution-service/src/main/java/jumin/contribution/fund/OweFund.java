package jumin.contribution.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.ledger.Posting;
import jumin.contribution.money.AmountLimit;
import jumin.contribution.scope.Widened;
import jumin.platform.audit.Audit;
import jumin.platform.idempotency.Once;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Records what governments owe the fund, and bills departments for the aid that levies took off. */
@ApplicationScoped
public class OweFund {

    private final FundDues dues;
    private final Deadlines deadlines;
    private final Ledger ledger;
    private final Sql database;
    private final CurrentCaller caller;
    private final Widened widened;
    private final Once once;
    private final Audit audit;
    private final Clock clock;

    OweFund(
            FundDues dues,
            Deadlines deadlines,
            Ledger ledger,
            Sql database,
            CurrentCaller caller,
            Widened widened,
            Once once,
            Audit audit,
            Clock clock) {
        this.dues = dues;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.database = database;
        this.caller = caller;
        this.widened = widened;
        this.once = once;
        this.audit = audit;
        this.clock = clock;
    }

    /** 中央、省级、市级、县级. */
    public enum Level {
        CENTRAL,
        PROVINCIAL,
        CITY,
        COUNTY;

        /** 配套资金 is what city and counties put beside the money from above. */
        boolean matching() {
            return this == CITY || this == COUNTY;
        }

        /** A county owes for its own county; the others for the whole area. */
        boolean isOf(String divisionPath) {
            return (this == COUNTY) == (divisionPath.split("/").length == 2);
        }
    }

    /** 财政补助应收. */
    public record GovernmentSubsidy(
            @NotNull
            @Pattern(regexp = "\\d{6}/(\\d{6}/)?", message = "须为市或县的区划路径")
            @Schema(description = "统筹区或县的路径", examples = "990100/990102/")
            String divisionPath,

            @Min(2000) @Max(2100) @Schema(required = true) int benefitYear,
            @NotNull @Schema(description = "由哪一级财政负担") Level level,

            @NotNull @Schema(description = "金额，大于零", examples = "1000000.00")
            Money amount,

            @Schema(description = "到账期限；不填则按条文，条文没有期限的不计逾期") LocalDate dueOn,

            @NotBlank(message = "文号必填") @Size(max = 100) @Schema(description = "下达文号")
            String decisionNumber) {}

    /** 资助参保款结算. */
    public record AidBill(
            @NotNull @Pattern(regexp = "\\d{6}/(\\d{6}/)?", message = "须为市或县的区划路径")
            String divisionPath,

            @Min(2000) @Max(2100) @Schema(required = true) int benefitYear,

            @NotBlank(message = "付款部门必填")
            @Size(max = 40)
            @Schema(description = "付款部门，与应缴核定的 payer 一致", examples = "finance")
            String payer,

            @Schema(description = "到账期限") LocalDate dueOn) {}

    @Transactional
    public FundDues.FundDueView one(UUID id) {
        return dues.find(id)
                .orElseThrow(() -> new ProblemException(ContributionProblem.FUND_DUE_UNKNOWN, "没有此应收款，或不在您的辖区。"));
    }

    @Transactional
    public List<FundDues.FundDueView> list(FundDues.Wanted wanted) {
        return dues.list(wanted);
    }

    public Response subsidy(GovernmentSubsidy wanted, String key) {
        return once.answer("government-subsidy", key, wanted, () -> answer(owe(wanted)));
    }

    public Response bill(AidBill wanted, String key) {
        return once.answer("aid-bill", key, wanted, () -> answer(billed(wanted)));
    }

    private FundDues.FundDueView owe(GovernmentSubsidy wanted) {
        requireScope(wanted.divisionPath());
        if (!wanted.level().isOf(wanted.divisionPath())) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID, "/divisionPath", "级次与区划不符", "县级补助填县的路径，中央、省、市级填统筹区的路径");
        }
        AmountLimit.FUND.require(wanted.amount(), "请核对金额");
        var area = area(wanted.divisionPath());
        var byLaw = wanted.level().matching()
                ? deadlines.of(area, wanted.benefitYear())
                : Optional.<Deadlines.Deadline>empty();
        var due = new FundDues.Due(
                TimeOrderedId.next(),
                area,
                wanted.divisionPath(),
                wanted.benefitYear(),
                FundDues.Kind.GOVERNMENT_SUBSIDY,
                wanted.level().name(),
                wanted.amount(),
                Optional.ofNullable(wanted.dueOn()).or(() -> byLaw.map(Deadlines.Deadline::day)),
                byLaw.map(Deadlines.Deadline::article).orElse(""),
                wanted.decisionNumber(),
                Optional.empty());
        dues.add(due);
        ledger.post(new Posting(
                whose(due),
                Account.GOVERNMENT_SUBSIDY_INCOME,
                Account.GOVERNMENT_SUBSIDY_DUE,
                due.amount(),
                "SUBSIDY_OWED_" + due.party(),
                due.id(),
                LocalDate.now(clock)));
        audit.changed("fund-due", due.id(), due.divisionPath(), "财政补助应收");
        return dues.find(due.id()).orElseThrow();
    }

    /** The postings themselves were made with the levies: a bill only gathers those that no bill has yet. */
    private FundDues.FundDueView billed(AidBill wanted) {
        requireScope(wanted.divisionPath());
        database.list("select pg_advisory_xact_lock(hashtextextended('aid-bill', 11))", row -> 1);
        var unbilled = widened.call(() -> unbilled(wanted));
        var sum = unbilled.stream().mapToLong(Unbilled::fen).reduce(0, Math::addExact);
        if (sum == 0) {
            throw new ProblemException(ContributionProblem.FUND_DUE_NOTHING, "自上次结算以来，该部门没有新的资助款。");
        }
        var due = new FundDues.Due(
                TimeOrderedId.next(),
                area(wanted.divisionPath()),
                wanted.divisionPath(),
                wanted.benefitYear(),
                FundDues.Kind.AID,
                wanted.payer(),
                Money.ofFen(sum),
                Optional.ofNullable(wanted.dueOn()),
                "",
                "",
                Optional.empty());
        dues.add(due);
        database.update(
                "insert into aid_bill_posting (posting_id, due_id, division_path) select p, ?, ? from unnest(?::bigint[]) p",
                due.id(),
                due.divisionPath(),
                unbilled.stream().map(Unbilled::posting).toList());
        audit.changed("fund-due", due.id(), due.divisionPath(), "资助参保款结算");
        return dues.find(due.id()).orElseThrow();
    }

    /** @param fen more (or less) that the department owes */
    private record Unbilled(long posting, long fen) {}

    /**
     * Read once: a levy that is posted meanwhile is in the next bill, with its amount and its mark. By the book, wherever the persons
     * live by now and whoever has billed: a county that saw only its own people would miss the reversals of those who moved away.
     */
    private List<Unbilled> unbilled(AidBill wanted) {
        return database.list(
                UNBILLED,
                row -> new Unbilled(row.getLong(1), row.getLong(2)),
                wanted.benefitYear(),
                wanted.payer(),
                wanted.benefitYear(),
                wanted.payer(),
                wanted.divisionPath(),
                wanted.divisionPath());
    }

    /**
     * Of levies, and of what was granted to persons who are insured elsewhere. What takes a billed posting back belongs to whoever
     * billed it: on another office's bill it would lessen nothing that anybody is urged for.
     */
    private static final String UNBILLED = """
            select g.id, case when g.account_to = 'SUBSIDY_DUE' then g.amount_fen else -g.amount_fen end
            from (select g.* from posting g join levy l on l.id = g.ref
                  where g.benefit_year = ? and 'SUBSIDY_DUE' in (g.account_from, g.account_to) and l.payer = ?
                  union all
                  select g.* from elsewhere_aid e join posting g on g.ref = e.id
                  where e.benefit_year = ? and 'SUBSIDY_DUE' in (g.account_from, g.account_to) and e.payer = ?) g
            where starts_with(case when g.book = g.area then g.area || '/' else g.area || '/' || g.book || '/' end, ?)
              and not exists (select 1 from aid_bill_posting b where b.posting_id = g.id and not b.taken_back)
              and not exists (select 1 from aid_bill_posting b join fund_due f on f.id = b.due_id
                              where b.posting_id = g.reverses and not b.taken_back and f.division_path <> ?)
            """;

    private static Once.Answer answer(FundDues.FundDueView view) {
        return Once.Answer.created(view, "/api/contribution/v1/fund-dues/" + view.dueId());
    }

    private static Posting.Whose whose(FundDues.Due due) {
        return new Posting.Whose(due.area(), due.divisionPath(), "-", Optional.empty(), due.benefitYear());
    }

    private void requireScope(String path) {
        if (!caller.get().scope().division().contains(path)) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "只能办理本辖区的基金收入。");
        }
    }

    private static String area(String path) {
        return path.substring(0, path.indexOf('/'));
    }
}
