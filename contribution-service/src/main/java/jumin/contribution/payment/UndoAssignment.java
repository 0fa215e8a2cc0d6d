package jumin.contribution.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.insured.IdentityLocks;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.money.PaymentPosition;
import jumin.contribution.money.PaymentPositions;
import jumin.contribution.organ.ResponsibleOrgans;
import jumin.contribution.personyear.PersonYears;
import jumin.platform.audit.Audit;
import jumin.platform.feed.Feed;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/**
 * 撤销归属: one person of the county finds that money was given to the wrong person, another takes it back. The money is for nobody
 * again, the levy that had taken it is unpaid again, and it can be assigned to whom it was meant for. Not once any of it was refunded.
 */
@ApplicationScoped
public class UndoAssignment {

    private final Assignments assignments;
    private final InsuredPersons persons;
    private final IdentityLocks identities;
    private final PaymentPositions positions;
    private final ResponsibleOrgans organs;
    private final PersonYears personYears;
    private final Payments payments;
    private final Ledger ledger;
    private final Feed feed;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    UndoAssignment(
            Assignments assignments,
            InsuredPersons persons,
            IdentityLocks identities,
            PaymentPositions positions,
            ResponsibleOrgans organs,
            PersonYears personYears,
            Payments payments,
            Ledger ledger,
            Feed feed,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.assignments = assignments;
        this.persons = persons;
        this.identities = identities;
        this.positions = positions;
        this.organs = organs;
        this.personYears = personYears;
        this.payments = payments;
        this.ledger = ledger;
        this.feed = feed;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public List<AssignmentView> of(String voucherNo) {
        position(voucherNo);
        return assignments.of(voucherNo);
    }

    @Transactional
    public List<AssignmentView> undos(boolean undone, Optional<UUID> after, int limit) {
        return assignments.undos(undone, after, limit);
    }

    @Transactional
    public AssignmentView propose(String voucherNo, String reason) {
        var position = position(voucherNo);
        var standing = standing(voucherNo);
        requireUntouched(position);
        if (standing.undoProposedBy() != null) {
            throw new ProblemException(
                    ContributionProblem.ASSIGNMENT_UNDO_PROPOSED, "已由 " + standing.undoProposedBy() + " 提出撤销，待复核。");
        }
        assignments.propose(standing.assignmentId(), reason);
        audit.changed("payment", position.id(), position.divisionPath(), "提出撤销归属：" + reason);
        return assignments.of(voucherNo).getFirst();
    }

    @Transactional
    public AssignmentView reject(String voucherNo) {
        var position = position(voucherNo);
        assignments.keep(proposed(voucherNo).assignmentId());
        audit.changed("payment", position.id(), position.divisionPath(), "不予撤销归属");
        return assignments.of(voucherNo).getFirst();
    }

    @Transactional
    public AssignmentView approve(String voucherNo) {
        var seen = position(voucherNo);
        // The same order of locks as everywhere: identity, the person's year, the payment.
        identities.holdPersons(seen.personId().stream().toList());
        var person = seen.personId().flatMap(persons::find).orElseThrow(UndoAssignment::unknown);
        personYears.lock(person, seen.benefitYear());
        positions.lock(seen.id());
        var position = position(voucherNo);
        if (!position.personId().equals(seen.personId())) {
            throw new ProblemException(PlatformProblem.CONCURRENT_CHANGE, "该人的登记刚有变动，请重试。");
        }
        var standing = proposed(voucherNo);
        requireUntouched(position);
        assignments.undo(standing.assignmentId());
        ledger.post(position.released(person.personId(), person.divisionPath(), LocalDate.now(clock)));
        payments.byVoucher(voucherNo).ifPresent(known -> PublishedPayment.takeBack(feed, known));
        payments.setFree(position.id(), placeOfOrgan(position));
        personYears.assess(person.personId(), position.benefitYear());
        audit.changed("payment", position.id(), person.divisionPath(), "撤销归属：" + standing.undoReason());
        return assignments.of(voucherNo).getFirst();
    }

    /** Whoever sets it free must be able to see it there: money of a city's organ is the city's to take back. */
    private String placeOfOrgan(PaymentPosition position) {
        var path = organs.find(position.organ())
                .map(ResponsibleOrgans.Organ::divisionPath)
                .orElse(position.area() + "/");
        if (!caller.get().scope().division().contains(path)) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "该税务机关属上级辖区，请由上级经办机构撤销归属。");
        }
        return path;
    }

    private void requireUntouched(PaymentPosition position) {
        if (position.reversed()) {
            throw new ProblemException(ContributionProblem.PAYMENT_ALREADY_REVERSED, "该笔缴费已冲正，无需撤销归属。");
        }
        if (!position.refunded().isZero() || positions.inRefund(position.id())) {
            throw new ProblemException(ContributionProblem.PAYMENT_IN_REFUND, "该笔缴费已退费或正在退费，不能撤销归属。");
        }
    }

    private PaymentPosition position(String voucherNo) {
        return positions.byVoucher(voucherNo).orElseThrow(UndoAssignment::unknown);
    }

    private AssignmentView standing(String voucherNo) {
        return assignments
                .standing(voucherNo)
                .orElseThrow(() -> new ProblemException(
                        ContributionProblem.ASSIGNMENT_NOT_STANDING, "该笔缴费没有人工归属的记录；按税务所报归属的，请税务机关冲正后重推。"));
    }

    private AssignmentView proposed(String voucherNo) {
        return assignments
                .standing(voucherNo)
                .filter(standing -> standing.undoProposedBy() != null)
                .orElseThrow(
                        () -> new ProblemException(ContributionProblem.ASSIGNMENT_NOT_STANDING, "该笔缴费没有待复核的撤销归属。"));
    }

    private static ProblemException unknown() {
        return new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此缴费，或不在您的辖区。");
    }
}
