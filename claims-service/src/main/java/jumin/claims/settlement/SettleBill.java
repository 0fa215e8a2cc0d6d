package jumin.claims.settlement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.claims.accumulation.PersonYears;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.adjudication.AssembleBill;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.adjudication.BillSubmission;
import jumin.claims.provider.ProviderCode;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;
import jumin.regulation.settlement.SettlementDecision;

/** 预结算与结算: one assembly and one decision for both; settlement locks the year first and writes what it decided. */
@ApplicationScoped
public class SettleBill {

    private final AssembleBill assemble;
    private final PersonYears years;
    private final Ledger ledger;
    private final SettlementViews views;
    private final Audit audit;
    private final Failpoints failpoints;
    private final ObjectMapper json;
    private final Clock clock;

    SettleBill(
            AssembleBill assemble,
            PersonYears years,
            Ledger ledger,
            SettlementViews views,
            Audit audit,
            Failpoints failpoints,
            ObjectMapper json,
            Clock clock) {
        this.assemble = assemble;
        this.years = years;
        this.ledger = ledger;
        this.views = views;
        this.audit = audit;
        this.failpoints = failpoints;
        this.json = json;
        this.clock = clock;
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
        var row = ledger.write(write(decided, before, provider, messageId));
        audit.changed("settlement", row.id(), row.origin().divisionPath(), row.number());
        failpoints.reach("settlement-before-commit");
        return views.settled(row, decided);
    }

    private Ledger.Write write(
            AssembledBill.Decided decided, YearToDate before, ProviderCode provider, String messageId) {
        var bill = decided.bill();
        var decision = decided.decision();
        var paid = decision instanceof SettlementDecision.Paid;
        var payers = Payers.of(decision.amounts(), bill.totalAmount());
        var row = new SettlementRow(
                SettlementId.next(clock),
                "",
                SettlementRow.Kind.SETTLEMENT,
                Optional.empty(),
                SettlementViews.outcome(decision),
                new SettlementRow.Origin(
                        provider.value(),
                        messageId,
                        bill.person().divisionPath(),
                        bill.bill().personName(),
                        bill.bill().personIdNumber()),
                bill.year(),
                0,
                payers,
                bill.usedLaw(),
                LocalDate.ofInstant(clock.instant(), clock.getZone()),
                OffsetDateTime.now(clock),
                "");
        return new Ledger.Write(
                row,
                before,
                paid ? YearToDate.Entry.of(decision.increments()) : List.of(),
                paid
                        ? Posting.of(
                                payers,
                                bill.law().area(),
                                provider.value(),
                                bill.person().id())
                        : List.of(),
                new Settlements.Document(text(bill), decided.facts().canonicalJson(), decision.canonicalJson()));
    }

    private String text(AssembledBill bill) {
        try {
            return json.writeValueAsString(bill.bill());
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
