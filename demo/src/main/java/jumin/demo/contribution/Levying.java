package jumin.demo.contribution;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jumin.demo.http.Actor;
import jumin.demo.http.Jobs;
import jumin.demo.http.Request;
import jumin.demo.input.Json;
import jumin.demo.tale.Days;
import jumin.demo.tale.Stage;
import jumin.regulation.Money;

/** 应缴核定: the county starts the run, the tax bureau takes the levies over. */
final class Levying {

    private static final int PEOPLE = 64;
    private static final int PAYERS = 62;
    private static final String DUE = "22280.00";
    private static final String AIDED = "2040.00";

    private final Stage stage;

    Levying(Stage stage) {
        this.stage = stage;
    }

    List<TaxLevy> play() {
        Days.moveTo(stage.http(), Days.LEVY);
        run();
        var levies = receive();
        acknowledge(levies);
        return levies;
    }

    private void run() {
        var body = Map.of("area", stage.setup().area(), "benefitYear", stage.year());
        var reply = stage.http()
                .send(
                        Actor.REVIEWER,
                        Request.post("/api/contribution/v1/levy-runs", body).key("demo-levy-" + stage.year()));
        var job = Jobs.finished(stage.http(), Actor.REVIEWER, reply);
        stage.tale()
                .step(
                        Days.LEVY + " " + Actor.REVIEWER.title() + "开始核定 " + stage.year()
                                + " 年度应缴：个人缴费减去资助（第十二条、第十三条）。",
                        that("核定作业", "SUCCEEDED", job.path("state").asText()).orLookAt("./jumin logs contribution"));
    }

    private List<TaxLevy> receive() {
        stage.http().until("应缴核定", this::ofTheVillage, levies -> issued(levies).size() == PEOPLE && settled(levies));
        var levies = issued(ofTheVillage());
        var due = levies.stream().map(TaxLevy::due).reduce(Money.ZERO, Money::plus);
        var aided = levies.stream().map(TaxLevy::subsidy).reduce(Money.ZERO, Money::plus);
        var payers = (int) levies.stream().filter(levy -> !levy.due().isZero()).count();
        stage.tale()
                .step(
                        stage.setup().taxOrgan().name() + "收到青石村应缴 " + levies.size() + " 条：" + payers + " 人应缴 " + due
                                + " 元，资助 " + aided + " 元，" + (levies.size() - payers) + " 人个人不缴费。",
                        that("应缴人数", PEOPLE, levies.size()),
                        that("个人缴费大于零的人数", PAYERS, payers),
                        that("应缴合计", DUE, due.toString()),
                        that("资助合计", AIDED, aided.toString()));
        return levies;
    }

    private void acknowledge(List<TaxLevy> levies) {
        var ids = levies.stream().map(TaxLevy::levyId).toList();
        var body = Map.of("levyIds", ids);
        var answer =
                stage.http().json(Actor.TAX_BUREAU, Request.post("/api/contribution/v1/levy-acknowledgements", body));
        int known =
                answer.path("acknowledged").asInt() + answer.path("repeated").asInt();
        stage.tale()
                .step(
                        stage.setup().taxOrgan().name() + "回执：" + known + " 条已接收；重复回执没有第二次效果。",
                        that("回执条数", PEOPLE, known),
                        that("不认识的应缴", 0, answer.path("unknown").size()));
    }

    /** What holds now: versions that no later one replaced. */
    private JsonNode ofTheVillage() {
        var found = Json.MAPPER.createArrayNode();
        var after = "0";
        for (boolean more = true; more; ) {
            var path = "/api/contribution/v1/levies?benefitYear=" + stage.year() + "&limit=500&after=" + after;
            var page = stage.http().json(Actor.TAX_BUREAU, Request.get(path));
            page.path("items").forEach(view -> {
                if (!view.hasNonNull("supersededBy")
                        && view.path("divisionPath").asText().startsWith(stage.villagePath())) {
                    found.add(view);
                }
            });
            more = !page.path("caughtUp").asBoolean();
            after = page.path("next").asText();
        }
        return found;
    }

    private static List<TaxLevy> issued(JsonNode levies) {
        var issued = new ArrayList<TaxLevy>();
        for (var view : levies) {
            if (view.path("state").asText().equals("ISSUED")) {
                issued.add(TaxLevy.of(view));
            }
        }
        return List.copyOf(issued);
    }

    /** Subsidies follow by feed, a moment after the enrollments. */
    private static boolean settled(JsonNode levies) {
        var bySubsidy = issued(levies).stream().collect(Collectors.groupingBy(TaxLevy::subsidy, Collectors.counting()));
        return bySubsidy.getOrDefault(Money.yuan("380.00"), 0L) == 2
                && bySubsidy.getOrDefault(Money.yuan("320.00"), 0L) == 4;
    }
}
