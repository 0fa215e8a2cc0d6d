package jumin.demo.groups;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.roster.People;
import jumin.demo.tale.Stage;

/** 资助参保（第十三条）: full, fixed, none; of two identities the higher one counts. */
final class Subsidies {

    private static final String BASE = "/api/enrollment/v1/";
    private static final String ARTICLE = "第十三条";
    private static final Map<String, Integer> TIERS = new TreeMap<>(Map.of("full", 2, "fixed", 4, "none", 58));

    private final Stage stage;
    private final People people;

    Subsidies(Stage stage) {
        this.stage = stage;
        this.people = new People(stage);
    }

    void play() {
        everybody();
        person(stage.cast().hardship(), new Wanted("特困人员，全额资助", "full", "380.00", "0.00", "finance"));
        person(stage.cast().patient(), new Wanted("低保对象，定额资助", "fixed", "320.00", "60.00", "finance"));
        person(stage.cast().both(), new Wanted("同时是低保对象和特困人员，就高按特困全额资助", "full", "380.00", "0.00", "finance"));
        person(
                stage.cast().urbanElder(),
                new Wanted("城镇低收入家庭 60 周岁以上老年人，参照定额资助，县级财政负担", "fixed", "320.00", "60.00", "county_finance"));
        person(stage.cast().renamed(), new Wanted("名单姓名不符，未认定，暂不资助", "none", "0.00", "380.00", ""));
    }

    private void everybody() {
        var enrollments = stage.http()
                .until("资助核定", this::enrollments, found -> tiers(found).equals(TIERS));
        stage.tale()
                .step("资助随之核定：全额 2 人，定额 4 人，其余 58 人不享受资助（" + ARTICLE + "）。", that("资助档次", TIERS, tiers(enrollments)));
    }

    /** What somebody's subsidy should be. */
    private record Wanted(String who, String tier, String amount, String personAmount, String payer) {}

    private void person(String idNumber, Wanted wanted) {
        var enrollment = people.enrollment(idNumber);
        var path = BASE + "enrollments/" + enrollment.path("enrollmentId").asText() + "/subsidy";
        var subsidy = stage.http().json(Actor.CLERK, Request.get(path));
        stage.tale()
                .step(
                        enrollment.path("maskedName").asText() + "：" + wanted.who() + "，资助 "
                                + subsidy.path("amount").asText() + " 元，个人缴 "
                                + subsidy.path("personAmount").asText() + " 元（" + ARTICLE + "）。",
                        that("档次", wanted.tier(), subsidy.path("tier").asText()),
                        that("资助", wanted.amount(), subsidy.path("amount").asText()),
                        that(
                                "个人缴费",
                                wanted.personAmount(),
                                subsidy.path("personAmount").asText()),
                        that("资金来源", wanted.payer(), subsidy.path("payer").asText("")));
        if (!wanted.tier().equals("none")) {
            subsidy.path("explanation")
                    .forEach(line -> stage.tale()
                            .detail(line.path("text").asText() + "（"
                                    + line.at("/citation/article").asText() + "）"));
        }
    }

    private JsonNode enrollments() {
        var path = BASE + "enrollments?benefitYear=" + stage.year() + "&size=100&divisionCode="
                + stage.setup().village();
        return stage.http().json(Actor.CLERK, Request.get(path)).path("items");
    }

    /** While no standard is known the decision is held and counts as nothing here. */
    private static Map<String, Integer> tiers(JsonNode enrollments) {
        return StreamSupport.stream(enrollments.spliterator(), false)
                .filter(enrollment -> enrollment.path("state").asText().equals("ENROLLED"))
                .map(enrollment -> enrollment.path("subsidy"))
                .filter(subsidy -> subsidy.path("state").asText().equals("DECIDED"))
                .collect(Collectors.toMap(
                        subsidy -> subsidy.path("tier").asText(), subsidy -> 1, Integer::sum, TreeMap::new));
    }
}
