package jumin.demo.care;

import static jumin.demo.care.Patients.CLAIMS;
import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jumin.demo.http.Actor;
import jumin.demo.http.Jobs;
import jumin.demo.http.Request;
import jumin.demo.tale.Days;
import jumin.demo.tale.Stage;

/** 身份后到: a status that becomes known late, and one that was corrected, lead to decisions made again. */
final class LateStatus {

    private static final String ENROLLMENT = "/api/enrollment/v1/";
    private static final String DIFFERENCE = "7310.27";
    private static final String RECOGNISED_FROM = "2024-03-01";

    private final Stage stage;
    private final Patients.Patient patient;
    private String list = "";
    private String settled = "";
    private String redone = "";

    LateStatus(Stage stage, Patients patients) {
        this.stage = stage;
        this.patient = patients.of(stage.cast().rarer());
    }

    /** The decision made again. */
    String redone() {
        return redone;
    }

    /** Whom it is about. */
    String name() {
        return patient.name();
    }

    void settle() throws IOException {
        var bill = stage.input().bill();
        var body = new HashMap<String, Object>();
        body.put("person", patient.reference());
        body.put("careType", bill.careType());
        body.put("admissionDate", bill.admissionDate());
        body.put("dischargeDate", bill.dischargeDate());
        body.put("diagnosis", bill.diagnosis());
        body.put("totalAmount", bill.totalAmount());
        body.put("items", bill.items());
        var answer = stage.http()
                .json(Actor.HOSPITAL, Request.post(CLAIMS + "settlements", body).key("demo-late-status"));
        settled = answer.path("settlementId").asText();
        stage.tale()
                .step(
                        patient.masked() + "同样的费用 108,000.00 元，当时不是低保：大病保险 "
                                + answer.at("/amounts/criticalIllnessPay").asText() + " 元。",
                        that("统筹基金", "55704.60", answer.at("/amounts/poolPay").asText()),
                        that(
                                "大病保险",
                                "19473.24",
                                answer.at("/amounts/criticalIllnessPay").asText()));
    }

    /** Civil affairs recognises her from before the admission. */
    void recognise() {
        list = list();
        var item = listed(settled, "toPay");
        stage.tale()
                .step(
                        Days.LATE_LIST + " " + Actor.CIVIL_AFFAIRS.title() + "补报：" + patient.masked() + "自 "
                                + RECOGNISED_FROM + " 起为低保对象。这笔结算自动列入待重算清单，应补付 "
                                + item.at("/difference/toPay").asText() + " 元。",
                        that("变了的事实", "categories", item.at("/changed/0").asText()),
                        that("应补付", DIFFERENCE, item.at("/difference/toPay").asText()));
        redone = redo(settled, "demo-redo-late", "低保身份后到");
        var redo = redoOf(redone);
        stage.tale()
                .step(
                        Actor.APPROVER.title() + "重算：原决定冲正，按今天所知作出新决定，大病保险改为 26,783.51 元；医院应收不变，差额由基金付给本人。",
                        that("应补付", DIFFERENCE, redo.path("toPay").asText()),
                        that("应追回", "0.00", redo.path("toRecover").asText()),
                        that("经手", "approver", redo.path("orderedBy").asText()));
    }

    /** The list turns out to have named the wrong person. */
    void correct() {
        stage.http()
                .send(
                        Actor.CIVIL_AFFAIRS,
                        Request.post(ENROLLMENT + "category-lists/" + list + "/undo", Map.of("reason", "补报有误，系同名他人"))
                                .key("demo-groups-late-undo"));
        var item = listed(redone, "toRecover");
        var replacement = redo(redone, "demo-redo-corrected", "低保名单撤销");
        var redo = redoOf(replacement);
        stage.tale()
                .step(
                        Days.CORRECTION + " " + Actor.CIVIL_AFFAIRS.title() + "撤销补报的名单：报错了人，系同名他人。再次列入待重算并重算：应向本人追回 "
                                + redo.path("toRecover").asText() + " 元，前两次决定都留着。",
                        that(
                                "清单上的应追回",
                                DIFFERENCE,
                                item.at("/difference/toRecover").asText()),
                        that("应追回", DIFFERENCE, redo.path("toRecover").asText()));
        recover(replacement);
    }

    private void recover(String replacement) {
        var payouts = new Payouts(stage);
        var due = payouts.of(replacement);
        if (due.path("state").asText().equals("TO_RECOVER")) {
            var path = CLAIMS + "payouts/" + due.path("id").asText() + "/recovery";
            stage.http().ask(Actor.FINANCE, Request.post(path, Map.of("voucher", "ZH-2024-0408-01")));
        }
        stage.tale()
                .step(
                        Actor.FINANCE.title() + "收到退回的 " + due.path("amount").asText() + " 元，登记追回到账。",
                        that(
                                "状态",
                                "RECOVERED",
                                payouts.of(replacement).path("state").asText()));
    }

    private String list() {
        var row = Map.of(
                "idNumber",
                patient.idNumber(),
                "name",
                patient.name(),
                "category",
                "minimum_living",
                "from",
                RECOGNISED_FROM);
        var late = Map.of("listMonth", "2024-03", "kind", "PARTIAL", "rows", List.of(row));
        return stage.http()
                .json(
                        Actor.CIVIL_AFFAIRS,
                        Request.post(ENROLLMENT + "category-lists", late).key("demo-groups-late"))
                .path("listId")
                .asText();
    }

    /** The item of the list, once it is there; after an earlier run it is done already. */
    private JsonNode listed(String settlement, String direction) {
        return stage.http()
                .until(
                        "待重算清单",
                        () -> item(settlement),
                        item -> !item.at("/difference/" + direction)
                                .asText("0.00")
                                .equals("0.00"));
    }

    private JsonNode item(String settlement) {
        return Stream.of("OPEN", "DONE")
                .map(state -> CLAIMS + "redo-items?benefitYear=" + stage.year() + "&state=" + state + "&limit=1000")
                .flatMap(path -> StreamSupport.stream(
                        stage.http()
                                .json(Actor.REVIEWER, Request.get(path))
                                .path("items")
                                .spliterator(),
                        false))
                .filter(item -> item.path("settlementId").asText().equals(settlement))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private String redo(String settlement, String key, String reason) {
        var order = Map.of("settlementIds", List.of(settlement), "reason", reason);
        var accepted = stage.http()
                .send(
                        Actor.APPROVER,
                        Request.post(CLAIMS + "redo-items/orders", order).key(key));
        Jobs.finished(stage.http(), Actor.APPROVER, accepted);
        return settlement(settlement).path("replacedBy").asText();
    }

    private JsonNode redoOf(String replacement) {
        var redo = settlement(replacement).path("redo").asText();
        return stage.http().json(Actor.REVIEWER, Request.get(CLAIMS + "redos/" + redo));
    }

    private JsonNode settlement(String id) {
        return stage.http().json(Actor.HOSPITAL, Request.get(CLAIMS + "settlements/" + id));
    }
}
