package jumin.claims.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jumin.platform.audit.Audit;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;

/** Writes a finding; the provider has some days to answer. */
@ApplicationScoped
class WriteFinding {

    private static final int LONGEST_DETAIL = 2000;

    private final Findings findings;
    private final Audit audit;
    private final TimeToAnswer time;

    WriteFinding(Findings findings, Audit audit, TimeToAnswer time) {
        this.findings = findings;
        this.audit = audit;
        this.time = time;
    }

    /** What is said, what the fund would pay less, and who says it. */
    record Said(String detail, Money amount, String by) {}

    /** Empty where the service has said the same before. */
    Optional<FindingView> run(ReviewRule rule, Finding.Subject subject, Said said) {
        var finding = new Finding(
                TimeOrderedId.next(),
                rule,
                subject,
                said.detail().substring(0, Math.min(said.detail().length(), LONGEST_DETAIL)),
                said.amount(),
                said.by(),
                time.today(),
                time.lastDay(),
                FindingState.OPEN,
                Finding.Words.NONE,
                Finding.Held.NONE);
        if (!findings.insert(finding)) {
            return Optional.empty();
        }
        audit.changed("finding", finding.id(), subject.divisionPath(), rule.code());
        return Optional.of(FindingView.of(finding));
    }
}
