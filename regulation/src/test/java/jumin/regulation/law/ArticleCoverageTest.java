package jumin.regulation.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 逐条核对：each article of each text is carried out by rules that cite it, or is listed with the reason why nothing is
 * computed; each number of a text stands in the values of a rule that quotes it, or is listed with its reason.
 */
@DisplayName("条文逐条核对")
class ArticleCoverageTest {

    private static final Path REASONS = Path.of("src/test/resources/coverage");
    private static final Path TABLE = LawFiles.FOLDER.resolveSibling("docs/law-coverage.md");

    static List<String> cities() {
        return LawFiles.source().paths().stream()
                .filter(path -> path.endsWith("/city.yaml"))
                .map(path -> path.split("/")[1])
                .sorted()
                .toList();
    }

    private static Node reasons(String city) throws IOException {
        var file = REASONS.resolve(city + ".yaml");
        return YamlSource.read(file.toString(), Files.readString(file), 1).getFirst();
    }

    private static Map<Integer, String> procedural(String city) throws IOException {
        var procedural = new TreeMap<Integer, String>();
        reasons(city)
                .get("articles")
                .members()
                .forEach((number, why) -> procedural.put(Integer.parseInt(number), why.text()));
        return procedural;
    }

    private static Articles articles(String city) {
        return Articles.of(LawFiles.source().text("cities/" + city + "/instrument.txt"));
    }

    @ParameterizedTest
    @MethodSource("cities")
    @DisplayName("每一条都有规定执行，或者写明不核算的理由")
    void everyArticleIsCarriedOutOrExplained(String city) throws IOException {
        var rules = WrittenRules.of(LawFiles.source(), city);
        var explained = procedural(city);
        var articles = articles(city).all();

        var open = articles.stream()
                .map(Articles.Article::number)
                .filter(number -> rules.of(number).isEmpty() && !explained.containsKey(number))
                .toList();

        assertEquals(List.of(), open);
        var known = articles.stream().map(Articles.Article::number).toList();
        assertEquals(
                List.of(),
                explained.keySet().stream()
                        .filter(number -> !known.contains(number))
                        .toList());
        assertEquals(
                List.of(),
                rules.all().stream()
                        .filter(rule -> !known.containsAll(rule.articles()))
                        .map(WrittenRules.Written::key)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("cities")
    @DisplayName("条文中的每个数都在引用它的规定的值中，或者写明理由")
    void everyNumberIsAValueOrExplained(String city) throws IOException {
        var rules = WrittenRules.of(LawFiles.source(), city);
        var excused = new ArrayList<>(reasons(city).get("numbers").members().keySet());
        var needless = new ArrayList<>(excused);
        var open = new ArrayList<String>();
        for (var article : articles(city).all()) {
            for (var token : article.numbers()) {
                if (rules.quoting(article, token).stream().anyMatch(rule -> rule.carries(token.digits()))) {
                    continue;
                }
                var excuse = excused.stream()
                        .filter(phrase -> covers(article, phrase, token))
                        .toList();
                needless.removeAll(excuse);
                if (excuse.isEmpty()) {
                    open.add("第" + article.number() + "条 " + token.text() + "：…" + article.around(token) + "…");
                }
            }
        }
        assertEquals(List.of(), open);
        assertEquals(List.of(), needless, "不再需要的理由");
    }

    private static boolean covers(Articles.Article article, String phrase, Articles.Token token) {
        var collapsed = Articles.collapse(phrase);
        return article.places(collapsed).stream()
                .anyMatch(at -> at <= token.at() && token.at() < at + collapsed.length());
    }

    @Test
    @DisplayName("docs/law-coverage.md 与数据一致（更新：JUMIN_COVERAGE_UPDATE=true）")
    void theTableIsUpToDate() throws IOException {
        var table = new StringBuilder(
                "# 条文与规定对照\n\n由 `ArticleCoverageTest` 按各市的规定写出；改了规定后用 `JUMIN_COVERAGE_UPDATE=true` 更新。\n");
        for (var city : cities()) {
            var name = YamlSource.read(city, LawFiles.source().text("cities/" + city + "/city.yaml"), 1)
                    .getFirst();
            table.append("\n## ").append(name.text("name")).append("\n\n| 条 | 规定 | 其余不核算的理由 |\n|---|---|---|\n");
            var rules = WrittenRules.of(LawFiles.source(), city);
            var explained = procedural(city);
            for (var article : articles(city).all()) {
                var keys = rules.of(article.number()).stream()
                        .map(rule -> "`" + rule.key() + "`")
                        .sorted()
                        .toList();
                Stream.of(
                                "| " + article.number(),
                                String.join(" ", keys),
                                explained.getOrDefault(article.number(), "") + " |\n")
                        .reduce((left, right) -> left + " | " + right)
                        .ifPresent(table::append);
            }
        }
        if ("true".equals(System.getenv("JUMIN_COVERAGE_UPDATE"))) {
            Files.writeString(TABLE, table);
        }
        assertEquals(Files.readString(TABLE), table.toString());
    }
}
