package jumin.enrollment.newborn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.division.Division;
import jumin.enrollment.division.Divisions;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.payment.PaymentsSeen;
import jumin.enrollment.person.IdentityCheck;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.Persons;
import jumin.enrollment.subsidy.SubsidyDecisions;
import jumin.platform.audit.Audit;
import jumin.platform.personal.PersonalData;
import jumin.regulation.Money;

/**
 * 父母参保核对: anywhere in the area, since the text asks no more than that; with the view of the service.
 * The clerk learns whether, and no more; the question is audited where the parent lives.
 */
@ApplicationScoped
public class CheckParent {

    private final Divisions divisions;
    private final Persons persons;
    private final Enrollments enrollments;
    private final SubsidyDecisions subsidies;
    private final PaymentsSeen payments;
    private final PersonalData personalData;
    private final Audit audit;

    CheckParent(
            Divisions divisions,
            Persons persons,
            Enrollments enrollments,
            SubsidyDecisions subsidies,
            PaymentsSeen payments,
            PersonalData personalData,
            Audit audit) {
        this.divisions = divisions;
        this.persons = persons;
        this.enrollments = enrollments;
        this.subsidies = subsidies;
        this.payments = payments;
        this.personalData = personalData;
        this.audit = audit;
    }

    /** Of the year of birth. */
    @Transactional
    public ParentCover run(DeceasedNewbornSubmission submission) {
        var year = submission.birthDate().getYear();
        var recorded = Optional.ofNullable(submission.parentIdNumber())
                .flatMap(number -> parent(submission.divisionCode(), number))
                .map(parent -> recorded(parent, year));
        return recorded.filter(ParentCover::insured)
                .or(() -> submission
                        .otherCover()
                        .map(shown -> new ParentCover(ParentCover.State.BY_EVIDENCE, "凭材料：" + shown)))
                .or(() -> recorded)
                .orElseGet(() -> unstated(submission));
    }

    private static ParentCover unstated(DeceasedNewbornSubmission submission) {
        return submission.parentIdNumber() == null
                ? new ParentCover(ParentCover.State.NOT_STATED, "没有填写父母一方的证件号码，也没有其他参保材料")
                : new ParentCover(ParentCover.State.NOT_ENROLLED, "本统筹区没有登记此证件号码");
    }

    private Optional<Person> parent(String divisionCode, String idNumber) {
        var index = personalData.blindIndex(IdentityCheck.normalize(idNumber));
        return divisions.find(divisionCode).map(Division::area).flatMap(area -> persons.byIdentity(area, index));
    }

    private ParentCover recorded(Person parent, int year) {
        audit.read("parent-cover", parent.id(), parent.divisionPath());
        return enrollments
                .active(parent.id(), year)
                .map(enrollment -> paid(enrollment, year)
                        ? new ParentCover(ParentCover.State.INSURED, "父或母" + year + "年度已参保缴费")
                        : new ParentCover(ParentCover.State.UNPAID, "父或母" + year + "年度已登记，尚未缴费"))
                .orElseGet(() -> new ParentCover(ParentCover.State.NOT_ENROLLED, "父或母" + year + "年度没有参保登记"));
    }

    private boolean paid(Enrollment enrollment, int year) {
        var nothingDue = Optional.ofNullable(
                        subsidies.current(List.of(enrollment.id())).get(enrollment.id()))
                .flatMap(stored -> stored.outcome().personAmount())
                .filter(Money::isZero)
                .isPresent();
        return nothingDue
                || !payments.whoPaid(List.of(enrollment.person()), year).isEmpty();
    }
}
