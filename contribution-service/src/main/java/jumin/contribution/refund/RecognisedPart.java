package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.insured.CountingRecognitions;
import jumin.contribution.insured.Enrollment;
import jumin.contribution.insured.Enrollments;
import jumin.contribution.insured.Recognition;
import jumin.contribution.insured.TellOfPersons;
import jumin.contribution.insured.Told;
import jumin.contribution.law.Laws;
import jumin.contribution.levy.Levies;
import jumin.contribution.levy.Levy;
import jumin.contribution.money.PaymentPosition;
import jumin.contribution.standard.PublishedStandards;
import jumin.contribution.standard.StandardInForce;
import jumin.regulation.BenefitYear;
import jumin.regulation.Money;
import jumin.regulation.subsidy.RecognitionDays;

/**
 * 应资助部分: what a person had paid before they were recognised and the subsidy bears now. It lies in suspense like money paid
 * too much, but it is the levy's own: it goes back under the refund article only (第二十二条, A4), not at any time.
 */
@ApplicationScoped
class RecognisedPart {

    static final String CAUSE = "recognised_special";

    private final Levies levies;
    private final Refunds refunds;
    private final TellOfPersons tell;
    private final Enrollments enrollments;
    private final PublishedStandards standards;
    private final Laws laws;

    RecognisedPart(
            Levies levies,
            Refunds refunds,
            TellOfPersons tell,
            Enrollments enrollments,
            PublishedStandards standards,
            Laws laws) {
        this.levies = levies;
        this.refunds = refunds;
        this.tell = tell;
        this.enrollments = enrollments;
        this.standards = standards;
        this.laws = laws;
    }

    Money of(UUID personId, int benefitYear, List<PaymentPosition> payments) {
        var levy = levies.inForce(personId, benefitYear).filter(Levy::issued);
        var since = recognisedOn(personId, benefitYear);
        if (levy.isEmpty() || since.isEmpty()) {
            return Money.ZERO;
        }
        var before = payments.stream()
                .filter(payment -> payment.paidOn().isBefore(since.get()))
                .map(PaymentPosition::inSuspense)
                .reduce(Money.ZERO, Money::plus);
        var left = levy.get().terms().subsidy().minus(refunds.under(personId, benefitYear, CAUSE));
        return before.min(left.max(Money.ZERO));
    }

    /**
     * 认定之日 by the department, of the identity by which the levy is subsidised: the first of the recognitions that count for the
     * year, as cover asks it too; where none counts (recognised too late), the first that was valid in the year.
     */
    Optional<LocalDate> recognisedOn(UUID personId, int benefitYear) {
        var category = levies.inForce(personId, benefitYear)
                .map(levy -> levy.terms().category())
                .filter(known -> !known.isEmpty());
        var told = tell.of(List.of(personId), benefitYear)
                .getOrDefault(personId, Told.NOTHING)
                .recognitions();
        return category.flatMap(of -> first(counting(personId, benefitYear, told), of)
                .or(() -> first(within(new BenefitYear(benefitYear), told), of)));
    }

    private static Optional<LocalDate> first(List<Recognition> recognitions, String category) {
        return recognitions.stream()
                .filter(recognition -> recognition.category().equals(category))
                .map(Recognition::from)
                .min(Comparator.<LocalDate>naturalOrder());
    }

    private static List<Recognition> within(BenefitYear year, List<Recognition> told) {
        return told.stream()
                .filter(recognition -> !recognition.from().isAfter(year.last())
                        && recognition
                                .to()
                                .map(last -> !last.isBefore(year.first()))
                                .orElse(true))
                .toList();
    }

    private List<Recognition> counting(UUID personId, int benefitYear, List<Recognition> told) {
        return enrollments
                .of(personId, benefitYear)
                .flatMap(enrollment -> laws.of(enrollment.area(), benefitYear)
                        .map(law -> CountingRecognitions.of(law, enrolling(enrollment, benefitYear), told)))
                .orElse(List.of());
    }

    private RecognitionDays.Enrolling enrolling(Enrollment enrollment, int benefitYear) {
        return new RecognitionDays.Enrolling(
                new BenefitYear(benefitYear),
                standards.find(enrollment.area(), benefitYear).map(StandardInForce::window),
                Optional.of(enrollment.registeredOn()));
    }
}
