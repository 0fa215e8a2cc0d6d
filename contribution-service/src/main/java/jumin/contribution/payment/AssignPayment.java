package jumin.contribution.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.insured.IdentityLocks;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.money.PaymentPositions;
import jumin.contribution.personyear.PersonYears;
import jumin.platform.audit.Audit;
import jumin.platform.feed.Feed;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Gives money for nobody to the person it was meant for; what was given to the wrong one is taken back first. */
@ApplicationScoped
public class AssignPayment {

    private final Payments payments;
    private final Assignments assignments;
    private final InsuredPersons persons;
    private final IdentityLocks identities;
    private final PaymentPositions positions;
    private final PersonYears personYears;
    private final ReadPayments read;
    private final Feed feed;
    private final Audit audit;

    AssignPayment(
            Payments payments,
            Assignments assignments,
            InsuredPersons persons,
            IdentityLocks identities,
            PaymentPositions positions,
            PersonYears personYears,
            ReadPayments read,
            Feed feed,
            Audit audit) {
        this.payments = payments;
        this.assignments = assignments;
        this.persons = persons;
        this.identities = identities;
        this.positions = positions;
        this.personYears = personYears;
        this.read = read;
        this.feed = feed;
        this.audit = audit;
    }

    /** 归属. */
    public record Assignment(
            @NotNull @Schema(description = "参保人") UUID personId,

            @NotBlank(message = "须写明核对依据") @Size(max = 200) @Schema(description = "核对依据")
            String note) {}

    @Transactional
    public List<PaymentView> run(String voucherNo, Assignment assignment) {
        var payment = payments.byVoucher(voucherNo)
                .filter(found -> found.kind() == PaymentSubmission.Kind.NORMAL)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此缴费，或不在您的辖区。"));
        identities.holdPersons(List.of(assignment.personId()));
        var person = persons.find(assignment.personId())
                .map(persons::now)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此人，或不在您的辖区。"));
        personYears.lock(person, payment.stated().benefitYear());
        if (payments.assign(payment.id(), person.personId(), person.divisionPath())) {
            assignments.add(payment.id(), person.personId(), person.divisionPath(), assignment.note());
            positions.bringAlong(person.personId(), person.divisionPath());
            audit.changed("payment", payment.id(), person.divisionPath(), "归属到人：" + assignment.note());
            personYears.assess(person.personId(), payment.stated().benefitYear());
            payments.byVoucher(voucherNo).ifPresent(assigned -> PublishedPayment.tell(feed, assigned));
        } else if (payments.byVoucher(voucherNo)
                .flatMap(Payment::personId)
                .filter(person.personId()::equals)
                .isEmpty()) {
            throw new ProblemException(ContributionProblem.PAYMENT_ALREADY_ASSIGNED, "该笔缴费已归属他人；归错了的，请先撤销归属（两人办理）。");
        }
        return read.ofPerson(person.personId());
    }
}
