package jumin.contribution.paper;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.coverage.CoverageResult;
import jumin.contribution.coverage.CoverageStart;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.levy.Levies;
import jumin.contribution.levy.Levy;
import jumin.contribution.money.PaymentPosition;
import jumin.contribution.money.PaymentPositions;
import jumin.paper.PdfPrinter;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.regulation.Money;

/** Proves what a person has paid for a year, on screen and on paper. */
@ApplicationScoped
public class ProvePayment {

    private static final Map<String, String> STATES =
            Map.of("COVERED", "享受", "WAITING", "等待", "SUSPENDED", "暂停", "TERMINATED", "终止");

    private final InsuredPersons persons;
    private final Levies levies;
    private final PaymentPositions payments;
    private final CoverageStart coverage;
    private final Template page;
    private final PdfPrinter printer;
    private final Audit audit;
    private final Clock clock;

    ProvePayment(
            InsuredPersons persons,
            Levies levies,
            PaymentPositions payments,
            CoverageStart coverage,
            @Location("payment-proof.html") Template page,
            PdfPrinter printer,
            Audit audit,
            Clock clock) {
        this.persons = persons;
        this.levies = levies;
        this.payments = payments;
        this.coverage = coverage;
        this.page = page;
        this.printer = printer;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public PaymentProof run(UUID personId, int benefitYear) {
        var person = persons.find(personId)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此人，或不在您的辖区。"));
        var vouchers = payments.of(personId, benefitYear).stream()
                .filter(payment -> !payment.allocated().isZero())
                .map(ProvePayment::voucher)
                .toList();
        var levy = levies.inForce(personId, benefitYear).filter(Levy::issued);
        if (vouchers.isEmpty() || levy.isEmpty()) {
            throw new ProblemException(ContributionProblem.NOTHING_TO_PROVE, "该年度没有计入应缴的缴费；暂存款不是缴费，全额资助的可打印应缴通知单。");
        }
        audit.read("payment-proof", personId, person.divisionPath());
        return proof(person, levy.get(), vouchers);
    }

    /** Outside a transaction: printing needs no connection. */
    public byte[] pdf(PaymentProof proof) {
        return printer.print(page.data("proof", proof).render());
    }

    private PaymentProof proof(InsuredPerson person, Levy levy, List<PaymentProof.Voucher> vouchers) {
        var paid = vouchers.stream().map(PaymentProof.Voucher::accepted).reduce(Money.ZERO, Money::plus);
        var terms = levy.terms();
        return new PaymentProof(
                "JFZM-" + levy.benefitYear() + "-" + person.personNo(),
                person.personId(),
                person.personNo(),
                person.name(),
                person.idMasked(),
                levy.benefitYear(),
                terms.individual(),
                terms.subsidy(),
                terms.due(),
                paid,
                paid.compareTo(terms.due()) >= 0,
                vouchers,
                coverage.intervals(person.personId(), levy.benefitYear()).stream()
                        .map(ProvePayment::cover)
                        .toList(),
                LocalDate.now(clock));
    }

    private static PaymentProof.Cover cover(CoverageResult.Interval interval) {
        return new PaymentProof.Cover(
                interval.from(),
                interval.to(),
                interval.state(),
                STATES.getOrDefault(interval.state(), interval.state()),
                interval.article());
    }

    private static PaymentProof.Voucher voucher(PaymentPosition payment) {
        return new PaymentProof.Voucher(
                payment.voucherNo(), payment.organ(), payment.paidOn(), payment.amount(), payment.allocated());
    }
}
