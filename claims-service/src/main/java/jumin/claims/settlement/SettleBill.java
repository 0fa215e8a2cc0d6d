package jumin.claims.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import jumin.claims.accumulation.PersonYears;
import jumin.claims.adjudication.AssembleBill;
import jumin.claims.adjudication.BillSubmission;
import jumin.claims.provider.ProviderCode;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;

/** 预结算与结算: one assembly and one decision for both; settlement locks the year first and writes what it decided. */
@ApplicationScoped
public class SettleBill {

    private final AssembleBill assemble;
    private final PersonYears years;
    private final WriteDecision write;
    private final SettlementViews views;
    private final Audit audit;
    private final Failpoints failpoints;

    SettleBill(
            AssembleBill assemble,
            PersonYears years,
            WriteDecision write,
            SettlementViews views,
            Audit audit,
            Failpoints failpoints) {
        this.assemble = assemble;
        this.years = years;
        this.write = write;
        this.views = views;
        this.audit = audit;
        this.failpoints = failpoints;
    }

    /** 预结算: nothing is stored but the trace that somebody looked. Needs the service's rights. */
    @Transactional
    public SettlementView preSettle(BillSubmission submission, ProviderCode provider) {
        var bill = assemble.run(submission, provider);
        audit.read("pre-settlement", bill.person().id(), bill.person().divisionPath());
        return views.trial(bill.decide(years.read(bill.year())));
    }

    /** 结算. Needs the service's rights; runs in the transaction of the message id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SettlementView settle(BillSubmission submission, ProviderCode provider, String messageId) {
        var bill = assemble.run(submission, provider);
        var before = years.lock(bill.year(), bill.person().divisionPath());
        var decided = bill.decide(before);
        var row = write.run(
                decided,
                before,
                new WriteDecision.Source(
                        provider.value(),
                        messageId,
                        Optional.empty(),
                        (payers, paid) -> paid ? Posting.of(payers, bill, provider.value()) : List.of()));
        audit.changed("settlement", row.id(), row.origin().divisionPath(), row.number());
        failpoints.reach("settlement-before-commit");
        return views.settled(row, decided);
    }
}
