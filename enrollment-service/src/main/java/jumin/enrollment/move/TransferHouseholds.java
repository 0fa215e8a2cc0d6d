package jumin.enrollment.move;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.household.HouseholdKey;
import jumin.enrollment.household.Households;
import jumin.enrollment.household.Memberships;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.Persons;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Scope;
import jumin.platform.sql.TimeOrderedId;

/** 整户迁移: a family is proposed with all its members and accepted as one, each as what they were to the head. */
@ApplicationScoped
public class TransferHouseholds {

    private final Transfers transfers;
    private final TransferPersons alone;
    private final Regroup regroup;
    private final JoinedMeanwhile joined;
    private final Households households;
    private final Memberships memberships;
    private final Persons persons;
    private final Audit audit;

    TransferHouseholds(
            Transfers transfers,
            TransferPersons alone,
            Regroup regroup,
            JoinedMeanwhile joined,
            Households households,
            Memberships memberships,
            Persons persons,
            Audit audit) {
        this.transfers = transfers;
        this.alone = alone;
        this.regroup = regroup;
        this.joined = joined;
        this.households = households;
        this.memberships = memberships;
        this.persons = persons;
        this.audit = audit;
    }

    @Transactional
    public HouseholdTransferView propose(HouseholdTransferSubmission submission) {
        var household = households.get(submission.householdId());
        var members = memberships.of(household.id());
        if (members.isEmpty()) {
            throw new ProblemException(EnrollmentProblem.HOUSEHOLD_UNKNOWN, "此户已没有成员，不需要迁移。");
        }
        var family = TimeOrderedId.next();
        for (var member : members) {
            var person = persons.unmerged(member.person());
            var target = alone.village(submission.toDivisionCode(), person, submission.on());
            memberships.requireSince(member, submission.on());
            transfers.propose(
                    person,
                    new Transfers.Move(
                            target.path(),
                            submission.on(),
                            submission.reason(),
                            Optional.of(family),
                            member.relation().name()));
            audit.changed("person-transfer", person.id(), person.divisionPath(), "申请整户迁移");
        }
        return view(family);
    }

    /** Runs with the view of the service: the family lies where the caller cannot see. */
    @Transactional
    public HouseholdTransferView accept(
            UUID family, HouseholdTransferSubmission.Acceptance acceptance, Scope.Range mine) {
        var open = open(family, Transfers.Transfer::toPath, mine);
        open.forEach(member -> transfers.decide(member.view().transferId(), "ACCEPTED", ""));
        joined.refuse(open.stream().map(member -> member.view().personId()).toList());
        var first = open.getFirst();
        var head = Optional.ofNullable(acceptance.head());
        regroup.run(new Regrouping(
                open.stream()
                        .map(member -> new Regrouping.Joining(
                                member.view().personId(),
                                head.map(named -> named.equals(member.view().personId())
                                                ? Relation.HEAD
                                                : other(member.toHead()))
                                        .orElse(member.toHead())))
                        .toList(),
                Optional.of(new HouseholdKey(
                        first.toPath(), acceptance.houseNumber().strip())),
                Optional.ofNullable(acceptance.address()).orElse(""),
                Optional.empty(),
                first.view().on(),
                first.view().reason()));
        open.forEach(member -> audit.changed("person-transfer", member.view().personId(), member.toPath(), "接收整户"));
        return view(family);
    }

    /** With another head, what they were to the former one says nothing any more of who was the head. */
    private static Relation other(Relation toFormerHead) {
        return toFormerHead == Relation.HEAD ? Relation.OTHER : toFormerHead;
    }

    @Transactional
    public HouseholdTransferView refuse(UUID family, String reason, Scope.Range mine) {
        var open = open(family, Transfers.Transfer::toPath, mine);
        open.forEach(member -> {
            transfers.decide(member.view().transferId(), "REFUSED", reason);
            audit.changed("person-transfer", member.view().personId(), member.toPath(), "退回整户");
        });
        return view(family);
    }

    @Transactional
    public HouseholdTransferView withdraw(UUID family, String reason, Scope.Range mine) {
        var open = open(family, Transfers.Transfer::fromPath, mine);
        open.forEach(member -> {
            transfers.decide(member.view().transferId(), "WITHDRAWN", reason);
            audit.changed("person-transfer", member.view().personId(), member.fromPath(), "撤回整户");
        });
        return view(family);
    }

    private List<Transfers.Transfer> open(UUID family, Function<Transfers.Transfer, String> place, Scope.Range mine) {
        var all = transfers.allOf(family);
        if (all.isEmpty() || !mine.contains(place.apply(all.getFirst()))) {
            throw new ProblemException(EnrollmentProblem.TRANSFER_UNKNOWN, "没有此整户迁移申请，或不由您的辖区办理。");
        }
        var open = transfers.openOf(family);
        if (open.isEmpty()) {
            throw new ProblemException(EnrollmentProblem.TRANSFER_DECIDED, "此整户迁移申请已处理，请查看结果。");
        }
        return open;
    }

    private HouseholdTransferView view(UUID family) {
        return new HouseholdTransferView(
                family,
                transfers.allOf(family).stream().map(Transfers.Transfer::view).toList());
    }
}
