package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.platform.audit.Audit;
import jumin.platform.personal.PersonalData;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** 更正收款账户 of a refund that failed: one person proposes, the approver who orders it again takes it over. */
@ApplicationScoped
public class ChangePayee {

    private final Refunds refunds;
    private final Payees payees;
    private final PersonalData personalData;
    private final Sql database;
    private final CurrentCaller caller;
    private final Audit audit;
    private final JsonColumn json;
    private final Clock clock;

    ChangePayee(
            Refunds refunds,
            Payees payees,
            PersonalData personalData,
            Sql database,
            CurrentCaller caller,
            Audit audit,
            JsonColumn json,
            Clock clock) {
        this.refunds = refunds;
        this.payees = payees;
        this.personalData = personalData;
        this.database = database;
        this.caller = caller;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    private record Proposal(String sealed, String masked, RefundCase.Payee relation, String by) {}

    /** The last proposal before the next order counts. */
    @Transactional
    public RefundView propose(UUID id, RefundSubmission.Payee payee) {
        var refund = refunds.lock(id).orElseThrow(DecideRefund::unknown);
        DecideRefund.requireState(refund, RefundCase.State.FAILED);
        var asked = new RefundSubmission(
                refund.personId().orElse(null), null, refund.benefitYear(), refund.cause(), null, payee, null, null);
        payees.check(asked);
        database.update(
                """
                insert into refund_payee (refund_id, attempt, payee_sealed, payee_masked, payee_relation, proposed_by,
                       proposed_at, division_path) values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (refund_id, attempt) do update set payee_sealed = excluded.payee_sealed,
                       payee_masked = excluded.payee_masked, payee_relation = excluded.payee_relation,
                       proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at, withdrawn_by = null,
                       withdrawn_at = null
                """,
                id,
                refund.attempt(),
                personalData.seal(json.write(payee)),
                Payees.masked(payee),
                Payees.relation(asked),
                caller.get().id(),
                OffsetDateTime.now(clock),
                refund.where().divisionPath());
        audit.changed("refund", id, refund.where().divisionPath(), "更正收款账户，待复核");
        return refunds.view(refund);
    }

    /** Puts a proposal away that is wrong itself; the account before it holds again. Nothing to put away is no error. */
    @Transactional
    public RefundView withdraw(UUID id) {
        var refund = refunds.lock(id).orElseThrow(DecideRefund::unknown);
        DecideRefund.requireState(refund, RefundCase.State.FAILED);
        var withdrawn = database.update("""
                update refund_payee set withdrawn_by = ?, withdrawn_at = ?
                where refund_id = ? and attempt = ? and decided_by is null and withdrawn_by is null
                """, caller.get().id(), OffsetDateTime.now(clock), id, refund.attempt());
        if (withdrawn > 0) {
            audit.changed("refund", id, refund.where().divisionPath(), "撤回更正的收款账户");
        }
        return refunds.view(refund);
    }

    /**
     * What was proposed since the last order failed becomes the refund's payee; nothing where nothing was.
     *
     * @param seen the last four digits of the account that was looked at: another may have been proposed since
     */
    void takeOver(RefundCase refund, String seen) {
        database.first(
                        """
                        select payee_sealed, payee_masked, payee_relation, proposed_by from refund_payee
                        where refund_id = ? and attempt = ? and decided_by is null and withdrawn_by is null for update
                        """,
                        row -> new Proposal(
                                row.getString(1),
                                row.getString(2),
                                RefundCase.Payee.valueOf(row.getString(3)),
                                row.getString(4)),
                        refund.id(),
                        refund.attempt())
                .ifPresent(proposal -> takeOver(refund, proposal, seen));
    }

    private static void requireSeen(Proposal proposal, String seen) {
        if (seen.isEmpty()) {
            throw ProblemException.field(
                    PlatformProblem.PARAMETER_INVALID,
                    "?accountLastFour",
                    "收款账户已更正，须写明所核对账号的后四位",
                    "请看 proposedPayee，核对后写明再重新下达");
        }
        if (!proposal.masked().endsWith(seen)) {
            throw new ProblemException(
                    ContributionProblem.REFUND_PAYEE_CHANGED, "待采用的收款账户后四位不是 " + seen + "，可能已由他人改报；请刷新核对后再重新下达。");
        }
    }

    private void takeOver(RefundCase refund, Proposal proposal, String seen) {
        if (!caller.get().has(Roles.COUNTY_APPROVER) || caller.get().id().equals(proposal.by())) {
            throw new ProblemException(ContributionProblem.REFUND_NEEDS_TWO_PERSONS, "收款账户已更正，须由县级复核人（不是提出更正的人）重新下达。");
        }
        requireSeen(proposal, seen);
        database.update(
                "update refund set payee_sealed = ?, payee_masked = ?, payee_relation = ? where id = ?",
                proposal.sealed(),
                proposal.masked(),
                proposal.relation(),
                refund.id());
        database.update(
                "update refund_payee set decided_by = ?, decided_at = ? where refund_id = ? and attempt = ?",
                caller.get().id(),
                OffsetDateTime.now(clock),
                refund.id(),
                refund.attempt());
    }
}
