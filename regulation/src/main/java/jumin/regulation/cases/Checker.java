package jumin.regulation.cases;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jumin.regulation.fact.FactProblem;
import jumin.regulation.json.Json;
import jumin.regulation.law.LawDataProblem;
import jumin.regulation.law.LawLibrary;
import jumin.regulation.law.form.Nearest;

/** 验算：computes a case by the law of its city and compares the keys that are asked. */
record Checker(LawLibrary library) {

    private static final Set<String> IN_SERVICES = Set.of("provider", "supervision");
    private static final Set<String> UNORDERED = Set.of("denials");
    private static final int MOST_TOLD = 20;
    private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");

    Verdict check(GoldenCase golden) {
        if (IN_SERVICES.contains(golden.area())) {
            return new Verdict.Skipped("领域 " + golden.area() + " 的规则在服务中，不在法规核算之内");
        }
        var area = library.areaOf(golden.city());
        if (area.isEmpty()) {
            return new Verdict.Differs(List.of(noLaw(golden)), Optional.empty());
        }
        try {
            var answer = answer(Question.of(golden, area.get(), library));
            var differences = differences(golden, answer.values());
            return differences.isEmpty()
                    ? new Verdict.Passed()
                    : new Verdict.Differs(
                            differences, Optional.of(answer.worksheet().text()));
        } catch (FactProblem e) {
            return new Verdict.Differs(wrongFacts(golden, e, area.get()), Optional.empty());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException | LawDataProblem e) {
            return new Verdict.Differs(List.of(golden.mark() + " " + e.getMessage()), Optional.empty());
        }
    }

    /** Every fact that is wrong: each is set aside to see whether another is. */
    private List<String> wrongFacts(GoldenCase golden, FactProblem first, String area) {
        var told = new ArrayList<String>();
        var left = golden;
        Optional<FactProblem> problem = Optional.of(first);
        while (problem.isPresent() && told.size() < MOST_TOLD) {
            var name = problem.get().name();
            told.add(golden.mark(name) + " " + problem.get().getMessage());
            left = left.without(name);
            problem = wrongFact(left, area);
        }
        return told;
    }

    private Optional<FactProblem> wrongFact(GoldenCase golden, String area) {
        try {
            answer(Question.of(golden, area, library));
            return Optional.empty();
        } catch (FactProblem e) {
            return Optional.of(e);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException | LawDataProblem e) {
            return Optional.empty();
        }
    }

    private String noLaw(GoldenCase golden) {
        var at = golden.node().get("city").mark() + " 没有 " + golden.city() + " 的法规（no law）；";
        var refused = library.refused().stream()
                .filter(folder -> folder.folder().equals("cities/" + golden.city()))
                .findFirst();
        var cities =
                library.areas().stream().map(known -> library.city(known).key()).toList();
        return refused.map(folder -> at + folder + "；先改正，check-law " + golden.city() + " 列出全部错误")
                .orElseGet(() -> at + Nearest.hint(golden.city(), cities) + "可用：" + String.join("、", cities));
    }

    private static Answer answer(Question question) {
        return switch (question.golden().area()) {
            case "settlement" -> SettlementAnswers.of(question);
            case "entitlement" -> EntitlementAnswers.of(question);
            case "subsidy" -> MoneyAnswers.subsidy(question);
            case "refund" -> MoneyAnswers.refund(question);
            case "levy" -> MoneyAnswers.levy(question);
            case "fund" -> FundAnswers.of(question);
            case "formality" -> FormalityAnswers.of(question);
            case "review" -> ReviewAnswers.of(question);
            default ->
                throw new IllegalArgumentException(
                        "不认识的领域 area“" + question.golden().area()
                                + "”，可用：settlement entitlement subsidy refund levy fund formality review");
        };
    }

    private static List<String> differences(GoldenCase golden, Json.Structure actual) {
        var differences = new ArrayList<String>();
        if (golden.expected().members().isEmpty()) {
            differences.add(golden.node().get("expected").mark() + " expected 是空的，什么也没有核对；这里有："
                    + String.join("、", actual.members().keySet()));
        }
        golden.expected().members().forEach((key, value) -> {
            var found = actual.members().get(key);
            if (found == null) {
                differences.add(golden.expectedMark(key) + " " + key + "：应为 " + value.canonical() + "，系统没有给出；"
                        + Nearest.hint(key, actual.members().keySet()) + "这里有："
                        + String.join("、", actual.members().keySet()));
            } else if (!normal(key, value).equals(normal(key, found))) {
                differences.add(key + "：应为 " + value.canonical() + "，实为 " + found.canonical());
            }
        });
        return differences;
    }

    private static String normal(String key, Json value) {
        return switch (value) {
            case Json.Text text -> decimal(text.value());
            case Json.Array array -> {
                var elements = array.elements().stream().map(element -> normal(key, element));
                yield (UNORDERED.contains(key) ? elements.sorted() : elements)
                        .toList()
                        .toString();
            }
            case Json.Structure s -> s.canonical();
            case Json.Whole w -> w.canonical();
            case Json.Flag f -> f.canonical();
            case Json.Nothing n -> n.canonical();
        };
    }

    /** {@code 0.6} equals {@code 0.60}. */
    private static String decimal(String text) {
        return DECIMAL.matcher(text).matches() ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
