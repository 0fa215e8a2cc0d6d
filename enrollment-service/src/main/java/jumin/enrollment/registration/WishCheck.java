package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.category.RecogniseNamed;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.law.Topic;
import jumin.enrollment.person.Finding;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.Refusals;
import jumin.enrollment.school.CheckStudent;

/** 参保申请核验: whether somebody of that age and school can be enrolled so, for that year, today; new or known alike. */
@ApplicationScoped
public class WishCheck {

    private final NewbornCheck newborns;
    private final TypeGroundCheck grounds;
    private final FreshmanCheck freshmen;
    private final CheckStudent students;
    private final Refusals refusals;
    private final Clock clock;

    WishCheck(
            NewbornCheck newborns,
            TypeGroundCheck grounds,
            FreshmanCheck freshmen,
            CheckStudent students,
            Refusals refusals,
            Clock clock) {
        this.newborns = newborns;
        this.grounds = grounds;
        this.freshmen = freshmen;
        this.students = students;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Who is to be enrolled, as far as it matters here. */
    record Enrolling(String area, LocalDate birth, String school, RecogniseNamed.Whose named) {

        static Enrolling of(Person person) {
            return new Enrolling(
                    person.area(),
                    person.birthDate(),
                    person.school(),
                    new RecogniseNamed.Whose(person.idBlindIndex(), person.name()));
        }
    }

    /** Of somebody who is registered already: refused at once when something is wrong. */
    public List<Finding> require(Person person, EnrollmentWish wish) {
        var findings = run(Enrolling.of(person), wish);
        if (findings.stream().anyMatch(Finding::isError)) {
            throw refusals.of(person.area(), findings);
        }
        return findings;
    }

    List<Finding> run(Enrolling who, EnrollmentWish wish) {
        var today = LocalDate.now(clock);
        var findings = new ArrayList<>(newborns.run(who.area(), who.birth(), wish, today));
        findings.addAll(grounds.run(who, wish));
        freshmen.run(who.area(), who.birth(), wish, today).ifPresent(findings::add);
        students.run(who.area(), wish.benefitYear(), wish.type(), who.school())
                .filter(finding -> finding.isError() || !wish.bySchool())
                .ifPresent(findings::add);
        year(wish).filter(finding -> !stillOpen(wish, findings)).ifPresent(findings::add);
        return findings;
    }

    /** 新生儿 is registered for the year of birth also when the 90 days reach into the next one; what comes later is not. */
    private static boolean stillOpen(EnrollmentWish wish, List<Finding> findings) {
        return wish.type() == EnrollmentType.NEWBORN && findings.isEmpty();
    }

    /** Nobody can be insured in days that are over: what was owed or given then is contribution's to correct. */
    Optional<Finding> year(EnrollmentWish wish) {
        var now = LocalDate.now(clock).getYear();
        if (wish.benefitYear() < now) {
            return Optional.of(Finding.error(
                            "benefitYear",
                            "BENEFIT_YEAR_ENDED",
                            wish.benefitYear() + "年度已经结束，不能再办理参保登记",
                            "请登记" + now + "或" + (now + 1) + "年度；当年已参保、缴费有误的在征缴服务更正")
                    .under(Topic.BENEFIT_PERIOD));
        }
        return wish.benefitYear() > now + 1
                ? Optional.of(
                        Finding.error("benefitYear", "BENEFIT_YEAR", "参保年度只能是本年或次年", "请填写" + now + "或" + (now + 1))
                                .under(Topic.BENEFIT_PERIOD))
                : Optional.empty();
    }
}
