package jumin.demo.coverage;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jumin.demo.contribution.TaxLevy;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.input.Json;
import jumin.demo.tale.Days;
import jumin.demo.tale.Masks;
import jumin.demo.tale.Stage;

/** 第四章 待遇享受期: who is covered from when to when, and by which article. */
public final class CoverageChapter {

    private static final String CONTRIBUTION = "/api/contribution/v1/";
    private static final Map<String, String> STATES = Map.of("COVERED", "享受", "WAITING", "等待中", "NOT_COVERED", "不享受");
    private static final TreeMap<String, Integer> EXPECTED = expected();

    private final Stage stage;

    public CoverageChapter(Stage stage) {
        this.stage = stage;
    }

    public void play(List<TaxLevy> levies) {
        stage.tale().chapter("第四章　" + Days.COVERAGE + "，每个人的待遇享受期");
        Days.moveTo(stage.http(), Days.COVERAGE);
        var lines = StreamSupport.stream(known().spliterator(), false).toList();
        everybody(lines);
        late(levies);
        shortPayer(lines, levies);
    }

    private JsonNode known() {
        return stage.http()
                .until("待遇享受期", this::ofTheVillage, lines -> summary(lines).equals(EXPECTED));
    }

    private void everybody(List<JsonNode> lines) {
        var found = Json.MAPPER.createArrayNode();
        lines.forEach(found::add);
        stage.tale()
                .step(
                        Actor.REVIEWER.title() + "查看全村 " + lines.size() + " 人的待遇享受期，每人都有依据：",
                        that("待遇享受期", EXPECTED, summary(found)));
        EXPECTED.forEach((what, count) -> stage.tale().detail(what + "　" + count + " 人"));
    }

    private void late(List<TaxLevy> levies) {
        var person = find(levies, stage.cast().payingLate());
        var waiting = coverage(person, "2024-06-02");
        var covered = coverage(person, "2024-06-03");
        stage.tale()
                .step(
                        Masks.name(person.name()) + " 3 月 5 日才缴费：等待 90 日，2024-06-02 仍在等待，2024-06-03 起享受（"
                                + waiting.path("article").asText() + "）。",
                        that("等待期最后一日", "WAITING", waiting.path("state").asText()),
                        that("享受的第一日", "COVERED", covered.path("state").asText()),
                        that("依据", "第十五条", waiting.path("article").asText()));
    }

    private void shortPayer(List<JsonNode> lines, List<TaxLevy> levies) {
        var person = find(levies, stage.cast().payingShort());
        var line = lines.stream()
                .filter(one -> one.path("personId").asText().equals(person.personId()))
                .findFirst()
                .orElse(Json.MAPPER.createObjectNode());
        stage.tale()
                .step(
                        Masks.name(person.name()) + " 应缴 " + person.due() + " 元只缴了一部分："
                                + line.path("reason").asText() + "。",
                        that("状态", "NOT_COVERED", line.path("state").asText()),
                        that("原因", "PAID_SHORT", line.path("reasonCode").asText()));
    }

    private JsonNode coverage(TaxLevy person, String on) {
        var path = CONTRIBUTION + "persons/" + person.personId() + "/coverage?on=" + on;
        return stage.http().json(Actor.REVIEWER, Request.get(path));
    }

    private static TaxLevy find(List<TaxLevy> levies, String idNumber) {
        Predicate<TaxLevy> same = levy -> levy.idNumber().equals(idNumber);
        return levies.stream().filter(same).findFirst().orElseThrow();
    }

    private JsonNode ofTheVillage() {
        var found = Json.MAPPER.createArrayNode();
        var after = "";
        for (boolean more = true; more; ) {
            var path = CONTRIBUTION + "coverage?benefitYear=" + stage.year() + "&on=" + Days.COVERAGE + "&limit=500"
                    + after;
            var page = stage.http().json(Actor.REVIEWER, Request.get(path));
            page.path("items").forEach(line -> {
                if (line.path("divisionPath").asText().startsWith(stage.villagePath())) {
                    found.add(line);
                }
            });
            more = page.hasNonNull("next");
            after = "&after=" + page.path("next").asText();
        }
        return found;
    }

    private static TreeMap<String, Integer> summary(JsonNode lines) {
        return StreamSupport.stream(lines.spliterator(), false)
                .collect(Collectors.toMap(CoverageChapter::kind, line -> 1, Integer::sum, TreeMap::new));
    }

    private static String kind(JsonNode line) {
        var period = line.hasNonNull("coveredFrom")
                ? line.path("coveredFrom").asText() + " 至 "
                        + line.path("coveredTo").asText()
                : "没有待遇享受期";
        return period + "　"
                + STATES.getOrDefault(
                        line.path("state").asText(), line.path("state").asText()) + "　"
                + line.path("article").asText("");
    }

    private static TreeMap<String, Integer> expected() {
        var expected = new TreeMap<String, Integer>();
        expected.put("2024-01-01 至 2024-12-31　享受　第十五条", 55);
        expected.put("2024-01-01 至 2024-12-31　享受　第十六条", 6);
        expected.put("2024-01-02 至 2024-12-31　享受　第十七条", 1);
        expected.put("2024-06-03 至 2024-12-31　等待中　第十五条", 1);
        expected.put("没有待遇享受期　不享受　第十五条", 1);
        return expected;
    }
}
