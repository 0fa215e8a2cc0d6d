package jumin.contribution.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/**
 * 冲销应收: takes back what one person typed wrongly of a government's subsidy, or billed wrongly (the place, the due day) to a
 * department; another person's work. What a bill was made of is in the next one: the levies had posted it, and no posting moves.
 */
@ApplicationScoped
public class ReverseDue {

    private final FundDues dues;
    private final Ledger ledger;
    private final Sql database;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    ReverseDue(FundDues dues, Ledger ledger, Sql database, CurrentCaller caller, Audit audit, Clock clock) {
        this.dues = dues;
        this.ledger = ledger;
        this.database = database;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** Reversing again what is reversed answers the same to the same person. */
    @Transactional
    public FundDues.FundDueView run(UUID id, String note) {
        dues.lock(id);
        var due = dues.find(id)
                .orElseThrow(() -> new ProblemException(ContributionProblem.FUND_DUE_UNKNOWN, "没有此应收款，或不在您的辖区。"));
        var me = caller.get().id();
        if (due.reversedBy() != null) {
            if (!due.reversedBy().equals(me)) {
                throw new ProblemException(
                        ContributionProblem.FUND_DUE_REVERSED, "该笔应收款已由 " + due.reversedBy() + " 冲销；请刷新查看，无需再办。");
            }
            return due;
        }
        record(due, me, note);
        requireNoReceipts(id);
        if (due.kind() == FundDues.Kind.AID) {
            database.update("update aid_bill_posting set taken_back = true where due_id = ?", id);
        }
        // Owed, or by fewer heads owed less.
        var today = LocalDate.now(clock);
        ledger.reverse(id, Account.GOVERNMENT_SUBSIDY_INCOME, Account.GOVERNMENT_SUBSIDY_DUE, today);
        ledger.reverse(id, Account.GOVERNMENT_SUBSIDY_DUE, Account.GOVERNMENT_SUBSIDY_INCOME, today);
        audit.changed("fund-due", id, due.divisionPath(), "冲销应收：" + note);
        return dues.find(id).orElseThrow();
    }

    private void record(FundDues.FundDueView due, String me, String note) {
        database.update("""
                insert into fund_due_reversal (due_id, created_by, reversed_by, reversed_at, note, division_path)
                select id, created_by, ?, ?, ?, division_path from fund_due where id = ?
                """, me, OffsetDateTime.now(clock), note, due.dueId());
    }

    private void requireNoReceipts(UUID id) {
        if (database.count("select count(*) from fund_receipt where due_id = ? and reversed_by is null", id) > 0) {
            throw new ProblemException(ContributionProblem.FUND_DUE_HAS_RECEIPTS, "该笔应收款已有到账，请先冲销到账。");
        }
    }
}
