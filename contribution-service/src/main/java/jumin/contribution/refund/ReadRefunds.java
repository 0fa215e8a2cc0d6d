package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import jumin.platform.audit.Audit;

/** Refund cases as far as the caller may see them. */
@ApplicationScoped
public class ReadRefunds {

    private final Refunds refunds;
    private final Audit audit;

    ReadRefunds(Refunds refunds, Audit audit) {
        this.refunds = refunds;
        this.audit = audit;
    }

    @Transactional
    public List<RefundView> list(Refunds.Wanted wanted) {
        return refunds.list(wanted).stream().map(refunds::view).toList();
    }

    @Transactional
    public RefundView one(UUID id) {
        var refund = refunds.find(id).orElseThrow(DecideRefund::unknown);
        audit.read("refund", id, refund.where().divisionPath());
        return refunds.view(refund);
    }
}
