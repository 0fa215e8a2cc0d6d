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
import jumin.enrollment.recognition.Recognition;
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

    private final LawShelf shelf;

    SubsidyLaw(LawShelf shelf) {
        this.shelf = shelf;
    }

    /** @param grants those of the area and year, the narrower division first */
    SubsidyOutcome decide(
            Enrollment enrollment, Optional<Standard> standard, List<Grant> grants, List<Recognition> recognitions) {
        var year = new BenefitYear(enrollment.benefitYear());
        var law = shelf.find(enrollment.area(), year.first());
        var counting = law.flatMap(found -> RecognitionDays.of(
                        found,
                        new RecognitionDays.Enrolling(
                                year, standard.flatMap(Standard::window), Optional.of(enrollment.registeredOn()))))
                .map(days -> counting(recognitions, days))
                .orElse(recognitions);
        var known = facts(enrollment, year, standard, counting);
        var facts = law.map(found -> granted(known, enrollment, grants, found)).orElse(known);
        return law.map(found -> outcome(Subsidy.decide(facts, found), facts, standard))
                .orElseGet(() -> withoutLaw(facts));
    }

    private static List<Recognition> counting(List<Recognition> recognitions, RecognitionDays days) {
        return recognitions.stream()
                .filter(recognition -> days.count(recognition.from(), recognition.to()))
                .toList();
    }

    private static SubsidyFacts facts(
            Enrollment enrollment, BenefitYear year, Optional<Standard> standard, List<Recognition> recognitions) {
        var facts = standard.map(known -> SubsidyFacts.of(year, Money.ofFen(known.individualContributionFen())))
                .orElseGet(() -> new SubsidyFacts(Facts.none().with("coverage_year", year.year())))
                .bornOn(enrollment.birthDate())
                .categories(categories(enrollment, recognitions));
        return recognitions.stream().anyMatch(Recognition::unemployed) ? facts.unemployed(true) : facts;
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

    private static List<String> categories(Enrollment enrollment, List<Recognition> recognitions) {
        var student = enrollment.type().isCollege()
                ? Stream.of(EnrollmentType.COLLEGE_STUDENT.word())
                : Stream.<String>empty();
        return Stream.concat(recognitions.stream().map(Recognition::category), student)
                .distinct()
                .sorted()
                .toList();
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
