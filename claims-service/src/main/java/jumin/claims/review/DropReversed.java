package jumin.claims.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jumin.claims.settlement.WrittenReversal;
import jumin.platform.audit.Audit;

/** 机构冲正的结算: findings that are not final yet fall with it; of final ones the next statement takes no more than is left. */
@ApplicationScoped
class DropReversed {

    private final Findings findings;
    private final Audit audit;

    DropReversed(Findings findings, Audit audit) {
        this.findings = findings;
        this.audit = audit;
    }

    /** In its transaction. A redo is no reversal of the provider: its findings stay. */
    void reversed(@Observes WrittenReversal written) {
        if (written.red().redone().isPresent()) {
            return;
        }
        var original = written.original();
        findings.drop(original.id(), "机构已冲正单号 " + original.number() + "，基金支付已随之收回，疑点撤销。")
                .forEach(id -> audit.changed("finding", id, original.origin().divisionPath(), "DROPPED"));
    }
}
