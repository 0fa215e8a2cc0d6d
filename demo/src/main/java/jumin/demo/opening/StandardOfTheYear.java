package jumin.demo.opening;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Stage;

/** 年度筹资标准（第十二条、第十五条）: one person proposes, another publishes; what is already published stays. */
final class StandardOfTheYear {

    private static final String STANDARDS = "/api/contribution/v1/standards";

    private final Stage stage;

    StandardOfTheYear(Stage stage) {
        this.stage = stage;
    }

    void play() {
        var wanted = stage.setup().standard();
        if (find(view -> view.path("inForce").asBoolean()).isEmpty()) {
            var proposed =
                    find(view -> view.path("state").asText().equals("PROPOSED")).orElseGet(this::propose);
            approve(proposed);
        }
        var published = find(view -> view.path("inForce").asBoolean());
        stage.tale()
                .step(
                        Actor.POLICY.title() + "拟定、" + Actor.SECOND_POLICY.title() + "公布 " + wanted.benefitYear()
                                + " 年度标准：个人缴费 "
                                + wanted.individualContribution() + " 元，财政补助 " + wanted.fiscalSubsidy() + " 元，集中征缴期 "
                                + wanted.windowFrom() + " 至 " + wanted.windowTo() + "（第十二条、第十五条；"
                                + wanted.decisionNumber() + "）。",
                        that("个人缴费", wanted.individualContribution(), text(published, "individualContribution")),
                        that("财政补助", wanted.fiscalSubsidy(), text(published, "fiscalSubsidy")),
                        that("集中征缴期末日", wanted.windowTo(), text(published, "windowTo")),
                        that("两人经手", true, !text(published, "proposedBy").equals(text(published, "decidedBy"))));
    }

    private Optional<JsonNode> find(Predicate<JsonNode> which) {
        var year = stage.setup().standard().benefitYear();
        var path = STANDARDS + "?area=" + stage.setup().area() + "&benefitYear=" + year;
        var views = stage.http().json(Actor.POLICY, Request.get(path));
        return StreamSupport.stream(views.spliterator(), false).filter(which).findFirst();
    }

    private JsonNode propose() {
        var wanted = stage.setup().standard();
        var body = new LinkedHashMap<String, Object>();
        body.put("area", stage.setup().area());
        body.put("benefitYear", wanted.benefitYear());
        body.put("individualContribution", wanted.individualContribution());
        body.put("fiscalSubsidy", wanted.fiscalSubsidy());
        body.put("windowFrom", wanted.windowFrom());
        body.put("windowTo", wanted.windowTo());
        body.put("perCapitaIncome", wanted.perCapitaIncome());
        body.put("decisionNumber", wanted.decisionNumber());
        var reply = stage.http().ask(Actor.POLICY, Request.post(STANDARDS, body));
        // When the first attempt was answered by a service that died before it could say so, the proposal is there.
        return reply.ok()
                ? reply.json()
                : find(view -> view.path("state").asText().equals("PROPOSED")).orElseThrow();
    }

    private void approve(JsonNode proposed) {
        var path = STANDARDS + "/" + proposed.path("standardId").asText() + "/approval";
        stage.http().ask(Actor.SECOND_POLICY, Request.post(path));
    }

    private static String text(Optional<JsonNode> view, String field) {
        return view.map(found -> found.path(field).asText()).orElse("没有");
    }
}
