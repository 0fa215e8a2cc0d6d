package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.category.RecogniseNamed;
import jumin.enrollment.enrollment.EnrollmentFacts;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.law.LawShelf;
import jumin.enrollment.law.Topic;
import jumin.enrollment.person.Finding;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.Refusals;
import jumin.enrollment.standard.Standard;
import jumin.enrollment.standard.Standards;
import jumin.regulation.BenefitYear;
import jumin.regulation.DateRange;
import jumin.regulation.entitlement.EntitlementDecision;
import jumin.regulation.subsidy.RecognitionDays;

/**
 * 参保类型的依据: a type that spares the waiting period is not given by choosing a word. Aid rests on a department's list; the others
 * on a day and on what was shown. Whoever is aided need not be registered so: the list alone makes it known.
 */
@ApplicationScoped
public class TypeGroundCheck {

    private final RecogniseNamed recognised;
    private final LawShelf shelf;
    private final Standards standards;
    private final AskCover ask;
    private final Refusals refusals;
    private final Clock clock;

    TypeGroundCheck(
            RecogniseNamed recognised,
            LawShelf shelf,
            Standards standards,
            AskCover ask,
            Refusals refusals,
            Clock clock) {
        this.recognised = recognised;
        this.shelf = shelf;
        this.standards = standards;
        this.ask = ask;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Of somebody registered whose type is to be another one: refused at once when something is wrong. */
    public void require(Person person, EnrollmentWish wish) {
        var findings = run(WishCheck.Enrolling.of(person), wish).stream()
                .filter(Finding::isError)
                .toList();
        if (!findings.isEmpty()) {
            throw refusals.of(person.area(), findings);
        }
    }

    List<Finding> run(WishCheck.Enrolling who, EnrollmentWish wish) {
        var today = LocalDate.now(clock);
        var findings = new ArrayList<Finding>();
        if (wish.type().restsOnRecognition() && !isRecognised(who, wish.benefitYear(), today)) {
            findings.add(Finding.error(
                    "type",
                    "TYPE_NOT_RECOGNISED",
                    "没有部门名单认定此人为资助参保或医疗救助对象，不能按“" + wish.type().chinese() + "”登记",
                    "参保类型请改为普通居民；民政、乡村振兴等部门报送认定名单后，资助和待遇自动按认定核定"));
        }
        if (wish.type().restsOnEvidence()) {
            findings.addAll(stated(wish.type(), wish.facts(), today));
        }
        if (findings.isEmpty() && (wish.type().isOfService() || wish.type().restsOnEvent())) {
            late(who, wish, today).ifPresent(findings::add);
        }
        return findings.stream()
                .map(finding -> finding.under(Topic.BENEFIT_PERIOD))
                .toList();
    }

    /** On one of the days by which the law gives aid for that year to whoever is registered today. */
    private boolean isRecognised(WishCheck.Enrolling who, int benefitYear, LocalDate today) {
        var year = new BenefitYear(benefitYear);
        var window = standards.known(who.area(), benefitYear).flatMap(Standard::window);
        var days = shelf.find(who.area(), year.first())
                .flatMap(
                        law -> RecognitionDays.of(law, new RecognitionDays.Enrolling(year, window, Optional.of(today))))
                .map(RecognitionDays::days)
                .orElseGet(() -> new DateRange(year.first(), year.last()));
        return recognised.isNamed(who.area(), who.named(), days.first(), days.last());
    }

    private static List<Finding> stated(EnrollmentType type, EnrollmentFacts facts, LocalDate today) {
        var findings = new ArrayList<Finding>();
        if (type.isOfService()) {
            day("dischargeDateFromService", "退役日期", facts.dischargeDateFromService(), today)
                    .ifPresent(findings::add);
        }
        if (type.restsOnEvent()) {
            day("eventDate", "事由日期", facts.eventDate(), today).ifPresent(findings::add);
        }
        if (facts.evidence() == null || facts.evidence().isBlank()) {
            findings.add(Finding.error(
                    "evidence",
                    "TYPE_WITHOUT_EVIDENCE",
                    "按“" + type.chinese() + "”登记须有材料",
                    "请填写所凭材料，如退出现役证、户口迁移证、释放证明、职工医保停保证明、教职人员证；没有的，参保类型改为普通居民"));
        }
        return findings;
    }

    private static Optional<Finding> day(
            String field, String title, @org.jspecify.annotations.Nullable LocalDate day, LocalDate today) {
        if (day == null) {
            return Optional.of(Finding.error(field, "TYPE_WITHOUT_DAY", "没有填写" + title + "，不能判断期限", "请按材料填写" + title));
        }
        return day.isAfter(today)
                ? Optional.of(Finding.error(field, "TYPE_DAY_IN_FUTURE", title + "晚于今天", "请核对日期，发生之后办理"))
                : Optional.empty();
    }

    /** Where the law would give no more than to anybody: the term for what happened is over. */
    private Optional<Finding> late(WishCheck.Enrolling who, EnrollmentWish wish, LocalDate today) {
        var so = first(who, wish, today);
        var ordinarily = first(
                who, new EnrollmentWish(wish.benefitYear(), EnrollmentType.ORDINARY, EnrollmentFacts.NONE), today);
        var yearBegins = new BenefitYear(wish.benefitYear()).first();
        return so.isPresent() && so.equals(ordinarily) && so.get().isAfter(yearBegins)
                ? Optional.of(Finding.warning(
                        "type",
                        "TYPE_TERM_OVER",
                        "已超过“" + wish.type().chinese() + "”的办理期限，今日缴费的，待遇与普通居民相同，自" + so.get() + "起",
                        "请告知本人待遇起始日期，并核对事由日期"))
                : Optional.empty();
    }

    private Optional<LocalDate> first(WishCheck.Enrolling who, EnrollmentWish wish, LocalDate today) {
        return ask.run(who.area(), who.birth(), wish, today)
                .filter(EntitlementDecision.Entitled.class::isInstance)
                .map(decision ->
                        ((EntitlementDecision.Entitled) decision).benefit().first());
    }
}
