package jumin.enrollment.move;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Division;
import jumin.enrollment.division.DivisionLevel;
import jumin.enrollment.division.Divisions;
import jumin.enrollment.household.HouseholdKey;
import jumin.enrollment.household.Memberships;
import jumin.enrollment.household.Relation;
import jumin.enrollment.page.Page;
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonGone;
import jumin.enrollment.person.Persons;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Scope;

/** 跨辖区迁移: one place proposes, the other accepts; until then nothing changes. */
@ApplicationScoped
public class TransferPersons {

    private final Transfers transfers;
    private final Regroup regroup;
    private final JoinedMeanwhile joined;
    private final Persons persons;
    private final Memberships memberships;
    private final Divisions divisions;
    private final Audit audit;
    private final Clock clock;

    TransferPersons(
            Transfers transfers,
            Regroup regroup,
            JoinedMeanwhile joined,
            Persons persons,
            Memberships memberships,
            Divisions divisions,
            Audit audit,
            Clock clock) {
        this.transfers = transfers;
        this.regroup = regroup;
        this.joined = joined;
        this.persons = persons;
        this.memberships = memberships;
        this.divisions = divisions;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public TransferView propose(TransferSubmission submission) {
        var person = persons.unmerged(submission.personId());
        var target = village(submission.toDivisionCode(), person, submission.on());
        memberships.of(person.id()).ifPresent(member -> memberships.requireSince(member, submission.on()));
        person.household()
                .filter(this::leavesItHeadless)
                .ifPresent(household -> memberships
                        .of(person.id())
                        .filter(member -> member.relation() == Relation.HEAD)
                        .ifPresent(head -> {
                            throw new ProblemException(
                                    EnrollmentProblem.HOUSEHOLD_NEEDS_HEAD, "此人是户主且户内另有成员，请先变更户主，再申请迁移。");
                        }));
        var id = transfers.propose(
                person, new Transfers.Move(target.path(), submission.on(), submission.reason(), Optional.empty(), ""));
        audit.changed("person-transfer", person.id(), person.divisionPath(), "申请迁移");
        return transfers.get(id).view();
    }

    /** Where somebody may go who is not there yet, on a day that has come. */
    Division village(String code, Person person, LocalDate on) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw ProblemException.field(EnrollmentProblem.CHANGE_DATE_INVALID, "/on", "迁移日期晚于今天", "请在迁移当日或之后办理");
        }
        var village = divisions
                .find(code)
                .filter(division -> division.level() == DivisionLevel.VILLAGE)
                .filter(division -> division.area().equals(person.area()))
                .orElseThrow(() -> ProblemException.field(
                        EnrollmentProblem.DIVISION_UNKNOWN,
                        "/toDivisionCode",
                        "本统筹区没有此村（居）",
                        "请从区划列表中选择；迁往外地的，请办理迁出和终止"));
        if (village.path().equals(person.divisionPath())) {
            throw ProblemException.field(
                    EnrollmentProblem.CHANGE_EMPTY, "/toDivisionCode", "就是现在的村（居），不需要迁移", "请填写迁入的村（居）；在本村内换户的，请办理户内变动");
        }
        return village;
    }

    private boolean leavesItHeadless(HouseholdId household) {
        return memberships.of(household).size() > 1;
    }

    @Transactional
    public Page<TransferView> list(String state, int page, int size) {
        return new Page<>(transfers.list(state, page, size), page, size, transfers.count(state));
    }

    /** Runs with the view of the service: the person lies where the caller cannot see. */
    @Transactional
    public TransferView accept(TransferId id, TransferSubmission.Acceptance acceptance, Scope.Range mine) {
        var transfer = received(id, mine);
        transfers.decide(id, "ACCEPTED", "");
        var view = transfer.view();
        joined.refuse(List.of(view.personId()));
        regroup.run(new Regrouping(
                List.of(new Regrouping.Joining(view.personId(), acceptance.relation())),
                Optional.of(new HouseholdKey(
                        transfer.toPath(), acceptance.houseNumber().strip())),
                Optional.ofNullable(acceptance.address()).orElse(""),
                Optional.empty(),
                view.on(),
                view.reason()));
        audit.changed("person-transfer", view.personId(), transfer.toPath(), "接收");
        return transfers.get(id).view();
    }

    @Transactional
    public TransferView refuse(TransferId id, String reason, Scope.Range mine) {
        var transfer = received(id, mine);
        transfers.decide(id, "REFUSED", reason);
        audit.changed("person-transfer", transfer.view().personId(), transfer.toPath(), "退回");
        return transfers.get(id).view();
    }

    /** Who moves with the family is decided with the family. */
    private static void alone(Transfers.Transfer transfer) {
        if (transfer.view().householdTransferId().isPresent()) {
            throw new ProblemException(EnrollmentProblem.TRANSFER_OF_HOUSEHOLD, "此人随户迁移，请按整户接收、退回或撤回。");
        }
    }

    /** 撤回: by the place that proposed; then it may propose anew, to the right village. */
    @Transactional
    public TransferView withdraw(TransferId id, String reason, Scope.Range mine) {
        var transfer = transfers.get(id);
        if (!mine.contains(transfer.fromPath())) {
            throw new ProblemException(EnrollmentProblem.TRANSFER_UNKNOWN, "没有您提出的此迁移申请；不接收的，请退回。");
        }
        alone(transfer);
        transfers.decide(id, "WITHDRAWN", reason);
        audit.changed("person-transfer", transfer.view().personId(), transfer.fromPath(), "撤回");
        return transfers.get(id).view();
    }

    /** Of whoever died or was merged there is nothing to be accepted any more. */
    void gone(@Observes PersonGone gone) {
        transfers.withdrawAllOf(gone.person(), gone.why());
    }

    private Transfers.Transfer received(TransferId id, Scope.Range mine) {
        var transfer = transfers.get(id);
        if (!mine.contains(transfer.toPath())) {
            throw new ProblemException(EnrollmentProblem.TRANSFER_UNKNOWN, "没有待您接收的此迁移申请；迁出地不能代为接收。");
        }
        alone(transfer);
        return transfer;
    }
}
