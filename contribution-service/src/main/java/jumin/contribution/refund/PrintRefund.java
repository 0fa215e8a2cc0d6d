package jumin.contribution.refund;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.money.PaymentPosition;
import jumin.contribution.money.PaymentPositions;
import jumin.paper.PdfPrinter;
import jumin.platform.audit.Audit;
import jumin.platform.sql.JsonColumn;

/** 退费申请表 of a case, and 告知书 of a verdict: what the applicant signs, and what the applicant is told when nothing goes back. */
@ApplicationScoped
public class PrintRefund {

    private static final String NOBODY = "（无人认领的缴费）";

    private final Refunds refunds;
    private final RefundCauses causes;
    private final TryRefund trial;
    private final InsuredPersons persons;
    private final PaymentPositions payments;
    private final JsonColumn json;
    private final Template form;
    private final Template notice;
    private final PdfPrinter printer;
    private final Audit audit;
    private final Clock clock;

    PrintRefund(
            Refunds refunds,
            RefundCauses causes,
            TryRefund trial,
            InsuredPersons persons,
            PaymentPositions payments,
            JsonColumn json,
            @Location("refund-form.html") Template form,
            @Location("refund-notice.html") Template notice,
            PdfPrinter printer,
            Audit audit,
            Clock clock) {
        this.refunds = refunds;
        this.causes = causes;
        this.trial = trial;
        this.persons = persons;
        this.payments = payments;
        this.json = json;
        this.form = form;
        this.notice = notice;
        this.printer = printer;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public RefundPage.Paper form(UUID id) {
        var refund = refunds.find(id).orElseThrow(DecideRefund::unknown);
        audit.read("refund", id, refund.where().divisionPath());
        var verdict = json.tree(refund.verdict());
        return new RefundPage.Paper(
                refund.id().toString(),
                who(refund.personId()),
                refund.benefitYear(),
                cause(refund.where().area(), refund.benefitYear(), refund.cause()),
                refund.eventDate().orElse(null),
                true,
                verdict.path("article").asText(),
                verdict.path("text").asText(),
                refund.amount(),
                refund.payeeMasked(),
                refunds.lines(id).stream()
                        .map(line -> new RefundPage.Voucher(
                                payments.find(line.paymentId())
                                        .map(PaymentPosition::voucherNo)
                                        .orElse(""),
                                line.amount()))
                        .toList(),
                refund.hands().requestedBy(),
                refund.hands().requestedAt().toLocalDate());
    }

    @Transactional
    public RefundPage.Paper notice(RefundSubmission submission) {
        var verdict = trial.run(submission);
        var person = Optional.ofNullable(submission.personId()).flatMap(persons::find);
        person.ifPresent(known -> audit.read("refund-notice", known.personId(), known.divisionPath()));
        return new RefundPage.Paper(
                "",
                who(person.map(InsuredPerson::personId)),
                submission.benefitYear(),
                cause(person.map(InsuredPerson::area).orElse(""), submission.benefitYear(), submission.cause()),
                submission.eventDate(),
                verdict.allowed(),
                verdict.article(),
                verdict.text(),
                verdict.amount(),
                "",
                verdict.parts().stream()
                        .map(part -> new RefundPage.Voucher(part.voucherNo(), part.amount()))
                        .toList(),
                "",
                LocalDate.now(clock));
    }

    /** Outside a transaction: printing needs no connection. */
    public byte[] pdf(RefundPage.Paper paper) {
        var page = paper.number().isEmpty() ? notice : form;
        return printer.print(page.data("paper", paper).render());
    }

    private RefundPage.Who who(Optional<UUID> personId) {
        return personId.flatMap(persons::find)
                .map(person -> new RefundPage.Who(person.name(), person.idMasked(), person.personNo()))
                .orElse(new RefundPage.Who(NOBODY, "", ""));
    }

    private String cause(String area, int benefitYear, String cause) {
        return causes.title(area, benefitYear, cause);
    }
}
