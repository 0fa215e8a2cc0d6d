package jumin.enrollment.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.grant.Grant;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.law.LawShelf;
import jumin.enrollment.law.Topic;
import jumin.enrollment.recognition.Recognition;
import jumin.enrollment.school.CheckStudent;
import jumin.enrollment.school.ConfirmationState;
import jumin.enrollment.standard.Standard;
import jumin.enrollment.subsidy.SubsidyOutcome.State;
import jumin.enrollment.subsidy.SubsidyOutcome.SubsidyLine;
import jumin.regulation.BenefitYear;
import jumin.regulation.Money;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;
import jumin.regulation.subsidy.RecognitionDays;
import jumin.regulation.subsidy.Subsidy;
import jumin.regulation.subsidy.SubsidyDecision;
import jumin.regulation.subsidy.SubsidyFacts;
import jumin.regulation.worksheet.Worksheet;

/** 资助参保: gathers the facts, lets the law decide, keeps what it said. */
@ApplicationScoped
public class SubsidyLaw {

    private static final String STANDARD_CURES = "市医疗保障局公布该年度个人缴费标准后自动重新决定。";
    private static final String DATA_CURES = "补齐所缺的规定或数据后自动重新决定。";

    private static final String FULL = "full";

    private static final String STUDENT_PENDING = "大学生的学籍尚待学校确认，财政是否全额负担未定";
    private static final String STUDENT_CURES = "学校在花名册中报送或在“学籍确认”中确认；或经办补充学籍材料，由县级另一人确认。";

    private final LawShelf shelf;
    private final CheckStudent students;

    SubsidyLaw(LawShelf shelf, CheckStudent students) {
        this.shelf = shelf;
        this.students = students;
    }

    /**
     * What is known of somebody besides the enrollment.
     *
     * @param grants those of the area and year, the narrower division first
     * @param student what was said of a student; {@link ConfirmationState#PENDING} while nothing was
     */
    record Known(
            Optional<Standard> standard,
            List<Grant> grants,
            List<Recognition> recognitions,
            ConfirmationState student) {}

    SubsidyOutcome decide(Enrollment enrollment, Known known) {
        var waits = students.asksForSchool(enrollment.area(), enrollment.benefitYear(), enrollment.type());
        var student = enrollment.type().isCollege() && (!waits || known.student() == ConfirmationState.CONFIRMED);
        var outcome = decide(enrollment, known, student);
        var owes = outcome.personAmount().filter(amount -> !amount.isZero()).isPresent();
        return waits && owes && known.student() == ConfirmationState.PENDING
                ? untilConfirmed(enrollment, outcome)
                : outcome;
    }

    /** What was decided without the student's status stays the worksheet; nobody is asked for money meanwhile. */
    private SubsidyOutcome untilConfirmed(Enrollment enrollment, SubsidyOutcome decided) {
        var line = shelf
                .citation(enrollment.area(), Topic.STUDENT, new BenefitYear(enrollment.benefitYear()).first())
                .map(citation -> new SubsidyLine(STUDENT_PENDING, Optional.empty(), CitationView.of(citation)))
                .stream()
                .toList();
        return decided.held(STUDENT_PENDING, STUDENT_CURES, line);
    }

    private SubsidyOutcome decide(Enrollment enrollment, Known all, boolean student) {
        var standard = all.standard();
        var grants = all.grants();
        var recognitions = all.recognitions();
        var year = new BenefitYear(enrollment.benefitYear());
        var law = shelf.find(enrollment.area(), year.first());
        var counting = law.flatMap(found -> RecognitionDays.of(
                        found,
                        new RecognitionDays.Enrolling(
                                year, standard.flatMap(Standard::window), Optional.of(enrollment.registeredOn()))))
                .map(days -> counting(recognitions, days))
                .orElse(recognitions);
        var known = facts(enrollment, year, standard, new Identities(counting, student));
        var facts = law.map(found -> granted(known, enrollment, grants, found)).orElse(known);
        return law.map(found -> outcome(Subsidy.decide(facts, found), facts, standard))
                .orElseGet(() -> withoutLaw(facts));
    }

    private static List<Recognition> counting(List<Recognition> recognitions, RecognitionDays days) {
        return recognitions.stream()
                .filter(recognition -> days.count(recognition.from(), recognition.to()))
                .toList();
    }

    /** 身份: what counts for the year. */
    private record Identities(List<Recognition> recognitions, boolean student) {

        List<String> categories() {
            var asStudent = student ? Stream.of(EnrollmentType.COLLEGE_STUDENT.word()) : Stream.<String>empty();
            return Stream.concat(recognitions.stream().map(Recognition::category), asStudent)
                    .distinct()
                    .sorted()
                    .toList();
        }

        boolean unemployed() {
            return recognitions.stream().anyMatch(Recognition::unemployed);
        }
    }

    private static SubsidyFacts facts(
            Enrollment enrollment, BenefitYear year, Optional<Standard> standard, Identities identities) {
        var facts = standard.map(known -> SubsidyFacts.of(year, Money.ofFen(known.individualContributionFen())))
                .orElseGet(() -> new SubsidyFacts(Facts.none().with("coverage_year", year.year())))
                .bornOn(enrollment.birthDate())
                .categories(identities.categories());
        return identities.unemployed() ? facts.unemployed(true) : facts;
    }

    /** What the county, else the city, decided to pay, where the law asks for it. */
    private static SubsidyFacts granted(SubsidyFacts facts, Enrollment enrollment, List<Grant> grants, Law law) {
        var asked = Vocabulary.of(law).facts("subsidy").byName();
        var granted = facts.facts();
        for (var grant : grants) {
            var name = "configured_subsidy." + grant.category();
            if (asked.containsKey(name)
                    && !granted.has(name)
                    && enrollment.divisionPath().startsWith(grant.divisionPath())) {
                granted = grant.amount().isPresent()
                        ? granted.with(name, grant.amount().get())
                        : granted.with(name, FULL);
            }
        }
        return new SubsidyFacts(granted);
    }

    private static SubsidyOutcome outcome(SubsidyDecision decision, SubsidyFacts facts, Optional<Standard> standard) {
        return switch (decision) {
            case SubsidyDecision.Decided decided ->
                new SubsidyOutcome(
                        State.DECIDED,
                        decided.tier().name().toLowerCase(Locale.ROOT),
                        Optional.of(decided.subsidyAmount()),
                        Optional.of(decided.personAmount()),
                        decided.payer(),
                        decided.award().category(),
                        standard.map(Standard::standardId),
                        lines(decided.worksheet()),
                        "",
                        "",
                        facts.canonicalJson(),
                        decided.worksheet().json().canonical(),
                        decided.release());
            case SubsidyDecision.Held held ->
                held(
                        held.cause().title(),
                        standard.isEmpty() ? STANDARD_CURES : DATA_CURES,
                        List.of(new SubsidyLine(
                                held.cause().title(),
                                Optional.empty(),
                                CitationView.of(held.cause().citation()))),
                        facts,
                        held);
        };
    }

    private static SubsidyOutcome held(
            String reason, String cure, List<SubsidyLine> lines, SubsidyFacts facts, SubsidyDecision.Held held) {
        return new SubsidyOutcome(
                State.HELD,
                SubsidyOutcome.NO_TIER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                lines,
                reason,
                cure,
                facts.canonicalJson(),
                held.worksheet().json().canonical(),
                held.release());
    }

    private static SubsidyOutcome withoutLaw(SubsidyFacts facts) {
        return new SubsidyOutcome(
                State.HELD,
                SubsidyOutcome.NO_TIER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "本统筹区没有法规数据",
                DATA_CURES,
                facts.canonicalJson(),
                "[]",
                "");
    }

    private static List<SubsidyLine> lines(Worksheet worksheet) {
        return worksheet.lines().stream()
                .map(line ->
                        new SubsidyLine(line.sentence(), Optional.of(line.money()), CitationView.of(line.citation())))
                .toList();
    }
}
