package jumin.contribution.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import jumin.contribution.place.DivisionRange;
import jumin.contribution.refund.RefundSubmission;
import jumin.platform.audit.Audit;
import jumin.platform.personal.PersonalData;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;

/** Reads the payouts: how far each is, and for finance what to pay to whom. */
@ApplicationScoped
public class ListElsewhereAid {

    private final AidPayouts payouts;
    private final PersonalData personalData;
    private final CurrentCaller caller;
    private final Audit audit;
    private final JsonColumn json;

    ListElsewhereAid(
            AidPayouts payouts, PersonalData personalData, CurrentCaller caller, Audit audit, JsonColumn json) {
        this.payouts = payouts;
        this.personalData = personalData;
        this.caller = caller;
        this.audit = audit;
        this.json = json;
    }

    @Transactional
    public AidPayoutView.Page page(int benefitYear, String state, long after, int limit) {
        var found = found(benefitYear, state, after, limit);
        audit.readAll(
                "elsewhere-aid-payout",
                found.stream()
                        .map(payout -> new Audit.Subject(
                                payout.whose().personId(), payout.whose().divisionPath()))
                        .distinct()
                        .toList());
        return new AidPayoutView.Page(
                found.stream().map(AidPayoutView::of).toList(),
                found.size() < limit ? null : found.getLast().seq());
    }

    @Transactional
    public AidPayoutView one(UUID claimId) {
        var payout = payouts.find(claimId)
                .orElseThrow(
                        () -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此异地参保资助，或不在您的辖区，或登记服务尚未同意。"));
        audit.read(
                "elsewhere-aid-payout",
                payout.whose().personId(),
                payout.whose().divisionPath());
        return AidPayoutView.of(payout);
    }

    /** 付款指令: what is ordered and not yet reported, with accounts; who reads them is on record. */
    @Transactional
    public List<AidPayoutView.Order> orders(long after, int limit) {
        var found = found(0, AidPayout.State.ORDERED.name(), after, limit);
        audit.readAll(
                "elsewhere-aid-payee",
                found.stream()
                        .map(payout -> new Audit.Subject(
                                payout.claimId(), payout.whose().divisionPath()))
                        .toList());
        return found.stream().map(this::order).toList();
    }

    private List<AidPayout> found(int benefitYear, String state, long after, int limit) {
        return payouts.list(
                new AidPayouts.Wanted(benefitYear, state, DivisionRange.within(caller.get(), ""), after, limit));
    }

    private AidPayoutView.Order order(AidPayout payout) {
        var payee = json.read(personalData.open(payout.payee().sealed()), RefundSubmission.Payee.class);
        return new AidPayoutView.Order(
                payout.claimId(),
                payout.seq(),
                payout.attempt(),
                payout.whose().benefitYear(),
                payout.amount(),
                payout.grounds().payer(),
                payee.name(),
                payee.account(),
                payout.hands().orderedAt().orElse(null));
    }
}
