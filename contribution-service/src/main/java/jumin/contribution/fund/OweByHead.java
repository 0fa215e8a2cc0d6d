package jumin.contribution.fund;

import jakarta.enterprise.context.ApplicationScoped;
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
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.ledger.Posting;
import jumin.platform.audit.Audit;
import jumin.platform.idempotency.Once;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Registers what each level of government owes by head, less what is registered already; as often as one likes in a year. */
@ApplicationScoped
public class OweByHead {

    private final ReckonSubsidies reckon;
    private final FundDues dues;
    private final Deadlines deadlines;
    private final Ledger ledger;
    private final Sql database;
    private final Once once;
    private final Audit audit;
    private final Clock clock;

    OweByHead(
            ReckonSubsidies reckon,
            FundDues dues,
            Deadlines deadlines,
            Ledger ledger,
            Sql database,
            Once once,
            Audit audit,
            Clock clock) {
        this.reckon = reckon;
        this.dues = dues;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.database = database;
        this.once = once;
        this.audit = audit;
        this.clock = clock;
    }

    /** 按人数核算财政补助. */
    public record SubsidyReckoning(
            @NotNull
            @Pattern(regexp = "\\d{6}", message = "须为六位行政区划代码")
            @Schema(description = "统筹区", examples = "990100")
            String area,

            @Min(2000) @Max(2100) @Schema(required = true) int benefitYear,

            @Schema(description = "到账期限；不填则市、县按条文，条文没有期限的不计逾期")
            LocalDate dueOn,

            @NotBlank(message = "文号必填") @Size(max = 100) @Schema(description = "核算依据的文号")
            String decisionNumber) {}

    public Response run(SubsidyReckoning wanted, String key) {
        return once.answer(
                "subsidy-by-head",
                key,
                wanted,
                () -> Once.Answer.created(
                        owe(wanted), "/api/contribution/v1/fund-dues?benefitYear=" + wanted.benefitYear()));
    }

    private List<FundDues.FundDueView> owe(SubsidyReckoning wanted) {
        database.list("select pg_advisory_xact_lock(hashtextextended('subsidy-by-head', 12))", row -> 1);
        var standard = reckon.standard(wanted.area(), wanted.benefitYear()).id();
        return reckon.run(wanted.area(), wanted.benefitYear()).stream()
                .filter(line -> !line.difference().isZero())
                .map(line -> owe(wanted, line, standard))
                .toList();
    }

    private FundDues.FundDueView owe(SubsidyReckoning wanted, SubsidyByHead line, UUID standard) {
        var byLaw = line.level().matching()
                ? deadlines.of(wanted.area(), wanted.benefitYear())
                : Optional.<Deadlines.Deadline>empty();
        var due = new FundDues.Due(
                TimeOrderedId.next(),
                wanted.area(),
                line.divisionPath(),
                wanted.benefitYear(),
                FundDues.Kind.GOVERNMENT_SUBSIDY,
                line.level().name(),
                line.difference(),
                Optional.ofNullable(wanted.dueOn()).or(() -> byLaw.map(Deadlines.Deadline::day)),
                byLaw.map(Deadlines.Deadline::article).orElse(""),
                wanted.decisionNumber(),
                Optional.of(new FundDues.ByHead(line.heads(), line.perHead(), standard)));
        dues.add(due);
        ledger.post(posting(due));
        audit.changed("fund-due", due.id(), due.divisionPath(), "财政补助按人数核算");
        return dues.find(due.id()).orElseThrow();
    }

    private Posting posting(FundDues.Due due) {
        var whose = new Posting.Whose(due.area(), due.divisionPath(), "-", Optional.empty(), due.benefitYear());
        var less = due.amount().isNegative();
        return new Posting(
                whose,
                less ? Account.GOVERNMENT_SUBSIDY_DUE : Account.GOVERNMENT_SUBSIDY_INCOME,
                less ? Account.GOVERNMENT_SUBSIDY_INCOME : Account.GOVERNMENT_SUBSIDY_DUE,
                less ? Money.ZERO.minus(due.amount()) : due.amount(),
                "SUBSIDY_OWED_" + due.party(),
                due.id(),
                LocalDate.now(clock));
    }
}
