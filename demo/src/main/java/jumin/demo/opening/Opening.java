package jumin.demo.opening;

import static jumin.demo.tale.Expectation.that;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.input.CatalogueItem;
import jumin.demo.input.Setup.Division;
import jumin.demo.input.Setup.Provider;
import jumin.demo.tale.Days;
import jumin.demo.tale.Stage;

/** 序幕: places, tax organ, the standard of the year, hospitals and the catalogue. All of it may be said again. */
public final class Opening {

    private static final String FROM = "2024-01-01";

    private final Stage stage;

    public Opening(Stage stage) {
        this.stage = stage;
    }

    public void play() throws IOException {
        stage.tale().chapter("序幕　" + Days.STANDARD + "，准备 " + stage.year() + " 年度");
        Days.moveTo(stage.http(), Days.STANDARD);
        divisions();
        taxOrgan();
        new StandardOfTheYear(stage).play();
        providers();
        catalogue();
    }

    private void divisions() {
        var divisions = stage.setup().divisions();
        var list = divisions.stream().map(Opening::division).toList();
        stage.http().send(Actor.ADMIN, Request.post("/api/enrollment/v1/divisions", Map.of("divisions", list)));
        var villages = stage.http().json(Actor.CLERK, Request.get("/api/enrollment/v1/divisions?parent=360902199"));
        stage.tale()
                .step(
                        Actor.ADMIN.title() + "录入行政区划 " + divisions.size() + " 个：宜春市、袁州区、清泉镇（青石村、柳溪村）、白云镇（云岭村）。",
                        that("清泉镇的村", 2, villages.path("items").size()));
    }

    private void taxOrgan() {
        var organ = stage.setup().taxOrgan();
        var body = Map.of("organ", organ.code(), "name", organ.name(), "divisionPath", stage.path("360902"));
        var answer = stage.http().json(Actor.ADMIN, Request.post("/api/contribution/v1/tax-organs", body));
        stage.tale()
                .step(
                        Actor.ADMIN.title() + "登记主管税务机关：" + organ.name() + "（" + organ.code() + "）。",
                        that("税务机关", organ.code(), answer.path("organ").asText()));
    }

    private void providers() {
        var providers = stage.setup().providers();
        for (var provider : providers) {
            var request = Request.post("/api/claims/v1/providers", provider(provider))
                    .key("demo-provider-" + provider.code());
            stage.http().send(Actor.ADMIN, request);
        }
        var found = stage.http()
                .json(
                        Actor.REVIEWER,
                        Request.get("/api/claims/v1/providers/"
                                + providers.getFirst().code()));
        stage.tale()
                .step(
                        Actor.ADMIN.title() + "登记定点医院 " + providers.size() + " 家及其 2024 年服务协议，其中宜春市示范医院为三级。",
                        that("医院级别", "tertiary", found.path("level").asText()));
    }

    private void catalogue() throws IOException {
        var items = stage.input().catalogue().stream().map(Opening::item).toList();
        var body = Map.of("area", stage.setup().area(), "items", items);
        var answer = stage.http().json(Actor.POLICY, Request.put("/api/claims/v1/catalogue/items", body));
        stage.tale()
                .step(
                        Actor.POLICY.title() + "发布医保目录 " + items.size() + " 项：药品、服务、耗材、床位，甲、乙、丙三类，部分设支付标准（第二十九条）。",
                        that("写入的目录项", items.size(), answer.path("written").asInt()));
    }

    private static Map<String, Object> division(Division division) {
        var body = new LinkedHashMap<String, Object>();
        body.put("code", division.code());
        if (!division.parent().isEmpty()) {
            body.put("parent", division.parent());
        }
        body.put("name", division.name());
        body.put("level", division.level());
        return body;
    }

    private Map<String, Object> provider(Provider provider) {
        var agreement = Map.of(
                "qualification", "INPATIENT",
                "validFrom", provider.agreementFrom(),
                "validTo", provider.agreementTo(),
                "decision", provider.agreementNumber());
        return Map.of(
                "code", provider.code(),
                "name", provider.name(),
                "divisionPath", stage.path(provider.division()),
                "level", provider.level(),
                "traditional", false,
                "agreements", List.of(agreement));
    }

    private static Map<String, Object> item(CatalogueItem item) {
        return Map.of(
                "code", item.code(),
                "name", item.name(),
                "itemClass", item.itemClass(),
                "kind", item.kind(),
                "traditional", false,
                "validFrom", FROM,
                "paymentStandards", item.ceilings());
    }
}
