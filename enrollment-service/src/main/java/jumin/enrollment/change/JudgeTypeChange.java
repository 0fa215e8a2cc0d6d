package jumin.enrollment.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.eligibility.LawAnswer;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.law.AdmissionLaw;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.law.LawShelf;
import jumin.enrollment.payment.PaymentsSeen;
import jumin.enrollment.person.Finding;
import jumin.enrollment.school.CheckStudent;
import jumin.enrollment.standard.Standard;
import jumin.enrollment.standard.Standards;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.enrollment.subsidy.SubsidyOutcome;
import jumin.platform.sql.JsonColumn;
import jumin.regulation.BenefitYear;
import jumin.regulation.Money;

/** 变更试算: what the law makes of the enrollment as it is, and of the same as another type. */
@ApplicationScoped
class JudgeTypeChange {

    private final AdmissionLaw law;
    private final CheckStudent students;
    private final LawShelf shelf;
    private final DecideSubsidies subsidies;
    private final Standards standards;
    private final PaymentsSeen payments;
    private final JsonColumn json;

    JudgeTypeChange(
            AdmissionLaw law,
            CheckStudent students,
            LawShelf shelf,
            DecideSubsidies subsidies,
            Standards standards,
            PaymentsSeen payments,
            JsonColumn json) {
        this.law = law;
        this.students = students;
        this.shelf = shelf;
        this.subsidies = subsidies;
        this.standards = standards;
        this.payments = payments;
        this.json = json;
    }

    TypeChangeView run(Enrollment enrollment, Enrollment wanted, LocalDate on) {
        var before = side(enrollment);
        var after = side(wanted);
        var paid = !payments.whoPaid(List.of(enrollment.person()), enrollment.benefitYear())
                .isEmpty();
        return new TypeChangeView(
                Optional.empty(),
                enrollment.id(),
                enrollment.benefitYear(),
                outcome(after.cover()),
                on,
                before,
                after,
                money(before.personAmount(), after.personAmount(), paid));
    }

    private static String outcome(LawAnswer cover) {
        return switch (cover.outcome()) {
            case "YES" -> "CHANGES";
            case "NO" -> "REFUSED";
            default -> "HELD";
        };
    }

    /** Cover, subsidy and what the person pays, of an enrollment as it is or would be. */
    TypeChangeView.SideView side(Enrollment enrollment) {
        var subsidy = subsidies.trial(enrollment);
        var window = standards.hold(enrollment.area(), enrollment.benefitYear()).flatMap(Standard::window);
        var enrolling = new AdmissionLaw.Enrolling(
                enrollment.area(),
                enrollment.benefitYear(),
                lawWord(enrollment.type(), subsidy),
                json.tree(enrollment.facts()),
                enrollment.birthDate(),
                enrollment.registeredOn(),
                window);
        return new TypeChangeView.SideView(
                enrollment.type(),
                enrollment.type().chinese(),
                noStudent(enrollment).orElseGet(() -> LawAnswer.of(law.cover(enrolling, enrollment.registeredOn()))),
                subsidy.state().name(),
                subsidy.tier(),
                subsidy.personAmount(),
                subsidy.articles());
    }

    /** 大学生 without a registered school: the text lets the school register its students. */
    private Optional<LawAnswer> noStudent(Enrollment enrollment) {
        var first = new BenefitYear(enrollment.benefitYear()).first();
        return students.run(enrollment.area(), enrollment.benefitYear(), enrollment.type(), enrollment.school())
                .filter(Finding::isError)
                .map(finding -> new LawAnswer(
                        "NO",
                        finding.reason() + "；" + finding.suggestion(),
                        shelf.citation(enrollment.area(), finding.topic(), first)
                                .map(CitationView::of),
                        null,
                        null,
                        List.of()));
    }

    /** 资助参保对象: whoever is subsidised is one, also where the registration says ordinary. */
    private static String lawWord(EnrollmentType type, SubsidyOutcome subsidy) {
        return type == EnrollmentType.ORDINARY && !subsidy.tier().equals("none") ? "subsidised" : type.word();
    }

    private static TypeChangeView.MoneyEffect money(Optional<Money> before, Optional<Money> after, boolean paid) {
        if (before.isEmpty() || after.isEmpty()) {
            return new TypeChangeView.MoneyEffect("UNKNOWN", Optional.empty(), "个人应缴尚未核定，核定后以征缴记录为准");
        }
        var difference = after.get().minus(before.get());
        if (difference.isZero()) {
            return new TypeChangeView.MoneyEffect("NONE", Optional.empty(), "个人应缴不变");
        }
        return difference.isNegative()
                ? new TypeChangeView.MoneyEffect(
                        "LESS", Optional.of(Money.ZERO.minus(difference)), paid ? "已缴费的，差额在征缴服务申请退还" : "个人应缴减少")
                : new TypeChangeView.MoneyEffect(
                        "MORE", Optional.of(difference), paid ? "已缴费的，须补足差额，补足前待遇未定" : "个人应缴增加");
    }
}
