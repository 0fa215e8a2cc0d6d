package jumin.claims.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.claims.insured.LateFact;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.Rate;

/** 审批、撤销: whoever files does not approve; what a decision rests on may change by it, so the list of redos is told. */
@ApplicationScoped
public class DecideFiling {

    private final Filings filings;
    private final CurrentCaller caller;
    private final Event<LateFact> lateFacts;
    private final Audit audit;

    DecideFiling(Filings filings, CurrentCaller caller, Event<LateFact> lateFacts, Audit audit) {
        this.filings = filings;
        this.caller = caller;
        this.lateFacts = lateFacts;
        this.audit = audit;
    }

    @Transactional
    public FilingView approve(UUID id, String opinion, Optional<Rate> thirdPartyShare) {
        var filing = thirdPartyShare
                .flatMap(share -> filings.find(id).filter(DecideFiling::awaitsItsShare))
                .orElseGet(() -> inState(id, FilingState.PENDING));
        byAnother(filing);
        refuseRepeated(filing);
        return move(decided(filing, thirdPartyShare), FilingState.EFFECTIVE, opinion, Optional.empty());
    }

    @Transactional
    public FilingView reject(UUID id, String reason) {
        var filing = inState(id, FilingState.PENDING);
        byAnother(filing);
        return move(filing, FilingState.REJECTED, reason, Optional.empty());
    }

    /** From a day on; what was decided before that day stays. */
    @Transactional
    public FilingView end(UUID id, LocalDate lastDay, String reason) {
        var filing = inState(id, FilingState.EFFECTIVE);
        if (lastDay.isBefore(filing.validFrom())) {
            byAnother(filing);
            return move(filing, FilingState.WITHDRAWN, reason, Optional.empty());
        }
        byAnother(filing);
        if (filing.validTo().filter(lastDay::isAfter).isPresent()) {
            throw ProblemException.field(
                    ClaimsProblem.FILING_VALUE_UNKNOWN,
                    "/lastDay",
                    "该备案有效期止于 " + filing.validTo().get() + "，终止不能延长",
                    "需要延长的，请另行办理备案");
        }
        return move(filing, FilingState.EFFECTIVE, reason, Optional.of(lastDay));
    }

    private FilingView move(Filing filing, FilingState to, String reason, Optional<LocalDate> validTo) {
        if (!filings.move(filing, to, caller.get().id(), reason, validTo)) {
            throw differs(filings.find(filing.id()).orElse(filing));
        }
        audit.changed(
                "filing-" + to.name().toLowerCase(java.util.Locale.ROOT), filing.id(), filing.divisionPath(), reason);
        lateFacts.fire(LateFact.of(filing.person()));
        return FilingView.of(filings.find(filing.id()).orElseThrow());
    }

    /** 外伤申报: approved before it was known what a third party bears. */
    private static boolean awaitsItsShare(Filing filing) {
        var trauma = filing.details().trauma();
        return filing.state() == FilingState.EFFECTIVE && trauma != null && trauma.thirdPartyShare() == null;
    }

    /** The share that the agency found goes before what was declared. */
    private static Filing decided(Filing filing, Optional<Rate> share) {
        var trauma = filing.details().trauma();
        if (trauma == null || share.isEmpty()) {
            return filing;
        }
        var found = new FilingDetails.Trauma(trauma.course(), share.get(), trauma.fundAdvance());
        return filing.with(new FilingDetails(null, null, null, null, found, null, null, null, null));
    }

    private void refuseRepeated(Filing filing) {
        filings.repeatedBy(filing, Set.of(FilingState.EFFECTIVE)).ifPresent(one -> {
            throw new ProblemException(ClaimsProblem.FILING_EXISTS, "同样的备案 " + one.id() + " 自同日起已经有效，本项请不予认定。");
        });
    }

    private Filing inState(UUID id, FilingState state) {
        var filing = filings.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此备案，或不在您的数据范围。"));
        if (filing.state() != state) {
            throw differs(filing);
        }
        return filing;
    }

    private void byAnother(Filing filing) {
        if (filing.filedBy().equals(caller.get().id())) {
            throw new ProblemException(ClaimsProblem.FILING_NEEDS_TWO_PERSONS, "备案由您办理，请另一人审批。");
        }
    }

    private static ProblemException differs(Filing filing) {
        return new ProblemException(
                ClaimsProblem.FILING_STATE_DIFFERS, "该备案当前状态为“" + filing.state().title() + "”，请刷新后再办。");
    }
}
