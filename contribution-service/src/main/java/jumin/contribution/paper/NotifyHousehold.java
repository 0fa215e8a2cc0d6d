package jumin.contribution.paper;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.money.BillHousehold;
import jumin.contribution.money.HouseholdBill;
import jumin.contribution.place.DivisionRange;
import jumin.contribution.standard.PublishedStandards;
import jumin.paper.PdfPrinter;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/** Makes the payment notice of a household. */
@ApplicationScoped
public class NotifyHousehold {

    private final BillHousehold bill;
    private final InsuredPersons persons;
    private final PublishedStandards standards;
    private final Template page;
    private final PdfPrinter printer;
    private final CurrentCaller caller;
    private final Clock clock;

    NotifyHousehold(
            BillHousehold bill,
            InsuredPersons persons,
            PublishedStandards standards,
            @Location("payment-notice.html") Template page,
            PdfPrinter printer,
            CurrentCaller caller,
            Clock clock) {
        this.bill = bill;
        this.persons = persons;
        this.standards = standards;
        this.page = page;
        this.printer = printer;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    public PaymentNotice run(String householdId, int benefitYear) {
        return notice(bill.run(householdId, benefitYear), null, null);
    }

    /** For one person alone, by name: nobody else of the household is on it. */
    @Transactional
    public PaymentNotice one(UUID personId, int benefitYear) {
        var alone = bill.ofPerson(personId, benefitYear);
        var person = persons.find(personId).orElseThrow();
        return notice(alone, person.name(), person.personNo());
    }

    private PaymentNotice notice(HouseholdBill members, String person, String personNo) {
        var benefitYear = members.benefitYear();
        var area = DivisionRange.within(caller.get(), "").area();
        var standard = standards
                .find(area, benefitYear)
                .orElseThrow(
                        () -> new ProblemException(ContributionProblem.STANDARD_NOT_PUBLISHED, "请先公布该年度筹资标准；不沿用上一年度。"));
        return new PaymentNotice(
                members,
                person,
                personNo,
                standard.decisionNumber(),
                standard.window().first(),
                standard.window().last(),
                LocalDate.now(clock));
    }

    /** Outside a transaction: printing needs no connection. */
    public byte[] pdf(PaymentNotice notice) {
        return printer.print(page.data("notice", notice).render());
    }
}
