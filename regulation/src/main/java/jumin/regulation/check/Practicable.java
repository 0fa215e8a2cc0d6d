package jumin.regulation.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import jumin.regulation.entitlement.Entitlement;
import jumin.regulation.entitlement.EntitlementFacts;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.fund.Fund;
import jumin.regulation.fund.FundFacts;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawDataProblem;
import jumin.regulation.law.LawLibrary;
import jumin.regulation.law.Mark;
import jumin.regulation.levy.Levy;
import jumin.regulation.levy.LevyFacts;
import jumin.regulation.refund.Refund;
import jumin.regulation.refund.RefundFacts;
import jumin.regulation.review.Review;
import jumin.regulation.review.ReviewFacts;
import jumin.regulation.settlement.Adjudicator;
import jumin.regulation.settlement.SettlementFacts;
import jumin.regulation.subsidy.Subsidy;
import jumin.regulation.subsidy.SubsidyFacts;

/** 能否执行：compiles what every question needs, for every stretch of time, with placeholders and without. */
final class Practicable {

    private static final List<Consumer<Law>> QUESTIONS = List.of(
            law -> Adjudicator.adjudicate(new SettlementFacts(Facts.none()), law),
            law -> Entitlement.decide(new EntitlementFacts(Facts.none()), law),
            law -> Subsidy.decide(new SubsidyFacts(Facts.none()), law),
            law -> Refund.decide(new RefundFacts(Facts.none()), law),
            law -> Levy.decide(new LevyFacts(Facts.none()), law),
            law -> Review.of(ReviewFacts.none(), law));

    private Practicable() {}

    /** The same library without the areas whose rules cannot be carried out. */
    static LawLibrary only(LawLibrary library) {
        return only(library, area -> problems(library, area));
    }

    /** The same, looking only at the newest law of each area, which is what a starting service has time for. */
    static LawLibrary newest(LawLibrary library, boolean placeholders) {
        return only(library, area -> problems(library, area, List.of(library.newest(area)), List.of(placeholders)));
    }

    private static LawLibrary only(LawLibrary library, Function<String, List<LawDataProblem>> examining) {
        var sound = library;
        for (var area : library.areas()) {
            var problems = examining.apply(area);
            if (!problems.isEmpty()) {
                sound = sound.refusing(area, problems);
            }
        }
        return sound;
    }

    /** What cannot be carried out in the rules of an area. */
    static List<LawDataProblem> problems(LawLibrary library, String area) {
        return problems(library, area, library.turningDays(area), List.of(true, false));
    }

    private static List<LawDataProblem> problems(
            LawLibrary library, String area, List<LocalDate> days, List<Boolean> modes) {
        Map<Mark, LawDataProblem> problems = new LinkedHashMap<>();
        for (var day : days) {
            for (var placeholders : modes) {
                try {
                    var law = library.law(area, day, placeholders);
                    QUESTIONS.forEach(question -> attempt(question, law, problems));
                    fund(law).forEach(question -> attempt(question, law, problems));
                } catch (LawDataProblem problem) {
                    problem.all().forEach(one -> problems.putIfAbsent(one.mark(), one));
                }
            }
        }
        if (!problems.isEmpty()) {
            days.forEach(day -> attempt(
                    law -> MisspeltNames.in(law).forEach(one -> problems.putIfAbsent(one.mark(), one)),
                    library.law(area, day, true),
                    problems));
        }
        return new ArrayList<>(problems.values());
    }

    private static void attempt(Consumer<Law> question, Law law, Map<Mark, LawDataProblem> problems) {
        try {
            question.accept(law);
        } catch (LawDataProblem problem) {
            problem.all().forEach(one -> problems.putIfAbsent(one.mark(), one));
        } catch (IllegalArgumentException problem) {
            var city = new Mark("cities/" + law.folder() + "/city.yaml", 1, 1);
            problems.putIfAbsent(city, new LawDataProblem(city, problem.getMessage()));
        }
    }

    private static List<Consumer<Law>> fund(Law law) {
        return Vocabulary.of(law).words("fund_op").words().stream()
                .<Consumer<Law>>map(op ->
                        asked -> Fund.decide(new FundFacts(Facts.none().with("op", op)), asked))
                .toList();
    }
}
