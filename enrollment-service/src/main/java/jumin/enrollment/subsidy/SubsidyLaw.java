package jumin.enrollment.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.law.LawShelf;
import jumin.enrollment.recognition.Recognition;
import jumin.enrollment.standard.Standard;
import jumin.enrollment.subsidy.SubsidyOutcome.State;
import jumin.enrollment.subsidy.SubsidyOutcome.SubsidyLine;
import jumin.regulation.BenefitYear;
import jumin.regulation.Money;
import jumin.regulation.fact.Facts;
import jumin.regulation.subsidy.Subsidy;
import jumin.regulation.subsidy.SubsidyDecision;
import jumin.regulation.subsidy.SubsidyFacts;
import jumin.regulation.worksheet.Worksheet;

/** 资助参保: gathers the facts, lets the law decide, keeps what it said. */
@ApplicationScoped
public class SubsidyLaw {

    private static final String STANDARD_CURES = "市医疗保障局公布该年度个人缴费标准后自动重新决定。";
    private static final String DATA_CURES = "补齐所缺的规定或数据后自动重新决定。";

    private final LawShelf shelf;

    SubsidyLaw(LawShelf shelf) {
        this.shelf = shelf;
    }

    SubsidyOutcome decide(Enrollment enrollment, Optional<Standard> standard, List<Recognition> recognitions) {
        var year = new BenefitYear(enrollment.benefitYear());
        var facts = facts(enrollment, year, standard, recognitions);
        return shelf.find(enrollment.area(), year.first())
                .map(law -> outcome(Subsidy.decide(facts, law), facts, standard))
                .orElseGet(() -> withoutLaw(facts));
    }

    private SubsidyFacts facts(
            Enrollment enrollment, BenefitYear year, Optional<Standard> standard, List<Recognition> recognitions) {
        var facts = standard.map(known -> SubsidyFacts.of(year, Money.ofFen(known.individualContributionFen())))
                .orElseGet(() -> new SubsidyFacts(Facts.none().with("coverage_year", year.year())))
                .bornOn(enrollment.birthDate())
                .categories(categories(enrollment, year, standard, recognitions));
        return recognitions.stream().anyMatch(Recognition::unemployed) ? facts.unemployed(true) : facts;
    }

    /**
     * A recognition counts when it holds on a day between the beginning of the benefit year and the end of the
     * collection window, or the day of registration when that is later: who is recognised after both has begun the year
     * as an ordinary payer.
     */
    private static List<String> categories(
            Enrollment enrollment, BenefitYear year, Optional<Standard> standard, List<Recognition> recognitions) {
        var last = Stream.of(
                        Optional.of(year.first()),
                        Optional.of(enrollment.registeredOn()),
                        standard.flatMap(Standard::windowTo))
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo)
                .orElseThrow();
        var student = enrollment.type() == EnrollmentType.COLLEGE_STUDENT
                ? Stream.of(EnrollmentType.COLLEGE_STUDENT.word())
                : Stream.<String>empty();
        return Stream.concat(
                        recognitions.stream()
                                .filter(recognition -> recognition.touches(year.first(), last))
                                .map(Recognition::category),
                        student)
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
