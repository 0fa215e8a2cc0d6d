package jumin.demo.contribution;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Days;
import jumin.demo.tale.Masks;
import jumin.demo.tale.Stage;

/** 催缴: who still owes, a visit, the bill of the household; and for who has paid, the proof of it. */
final class Reminding {

    private static final String CONTRIBUTION = "/api/contribution/v1/";
    private static final int PAID_UP = 61;
    private static final String RATE = "98.43%";

    private final Stage stage;

    Reminding(Stage stage) {
        this.stage = stage;
    }

    void play(List<TaxLevy> levies) throws IOException {
        var owing = find(levies, stage.cast().payingShort());
        var line = list(owing);
        visit(owing);
        bill(line);
        progress();
        proof(find(levies, stage.cast().payingLate()));
    }

    private JsonNode list(TaxLevy owing) {
        var lines = arrears();
        var line = lines.path(0);
        stage.tale()
                .step(
                        Days.LATE_PAYMENT + " " + Actor.CLERK.title() + "打开青石村催缴清单：" + lines.size() + " 人，"
                                + Masks.name(owing.name()) + " "
                                + line.path("kindText").asText() + "，尚欠 "
                                + line.path("openAmount").asText() + " 元。",
                        that("清单人数", 1, lines.size()),
                        that("在清单上的人", owing.personId(), line.path("personId").asText()),
                        that("原因", "SHORT", line.path("kind").asText()));
        return line;
    }

    private void visit(TaxLevy owing) {
        var visit = Map.of(
                "personId",
                owing.personId(),
                "benefitYear",
                stage.year(),
                "visitedOn",
                Days.LATE_PAYMENT.toString(),
                "reason",
                "WILL_PAY",
                "note",
                "差额下周补缴");
        var request = Request.post(CONTRIBUTION + "visits", visit).key("demo-visit-" + stage.year());
        stage.http().send(Actor.CLERK, request);
        stage.http().send(Actor.CLERK, request);
        var line = arrears().path(0);
        stage.tale()
                .step(
                        "上门走访，记下「" + line.at("/lastVisit/reasonText").asText() + "」；手机信号不好又发了一次，仍是一次走访。",
                        that("走访次数", 1, line.path("visits").asInt()));
    }

    private void bill(JsonNode line) {
        var path =
                CONTRIBUTION + "households/" + line.path("householdId").asText() + "/bill?benefitYear=" + stage.year();
        var bill = stage.http().json(Actor.CLERK, Request.get(path));
        stage.tale()
                .step(
                        "这一户的应缴单：" + bill.path("members").size() + " 人，应缴 "
                                + bill.path("dueTotal").asText() + " 元，已缴 "
                                + bill.path("paidTotal").asText() + " 元，尚欠 "
                                + bill.path("openTotal").asText() + " 元。",
                        that(
                                "尚欠",
                                line.path("openAmount").asText(),
                                bill.path("openTotal").asText()));
    }

    private void progress() {
        var path =
                CONTRIBUTION + "collection-progress?benefitYear=" + stage.year() + "&division=" + stage.villagePath();
        var total = stage.http().json(Actor.CLERK, Request.get(path)).path("total");
        stage.tale()
                .step(
                        "青石村征缴进度：已核定 " + total.path("levied").asText() + " 人，缴清 "
                                + total.path("paidUp").asText() + " 人，全额资助 "
                                + total.path("subsidisedInFull").asText() + " 人，完成率 "
                                + total.path("rate").asText() + "。",
                        that("缴清人数", PAID_UP, total.path("paidUp").asInt()),
                        that("完成率", RATE, total.path("rate").asText()));
    }

    private void proof(TaxLevy paid) throws IOException {
        var path = CONTRIBUTION + "persons/" + paid.personId() + "/payment-proof?benefitYear=" + stage.year();
        var proof = stage.http().json(Actor.CLERK, Request.get(path));
        var pdf = stage.http()
                .send(Actor.CLERK, Request.get(path).accepting("application/pdf"))
                .body();
        var file = stage.output().resolve("payment-proof.pdf");
        Files.write(file, pdf);
        stage.tale()
                .step(
                        Masks.name(paid.name()) + " 的缴费证明：税票 "
                                + proof.path("vouchers").size() + " 张，"
                                + proof.path("paidAmount").asText() + " 元，另存为 PDF：" + stage.shown(file) + "。",
                        that("已缴清", true, proof.path("paidInFull").asBoolean()),
                        that("是 PDF", "%PDF-", new String(pdf, 0, Math.min(5, pdf.length), US_ASCII)));
    }

    private JsonNode arrears() {
        var path = CONTRIBUTION + "arrears?benefitYear=" + stage.year() + "&division=" + stage.villagePath();
        return stage.http().json(Actor.CLERK, Request.get(path)).path("items");
    }

    private static TaxLevy find(List<TaxLevy> levies, String idNumber) {
        return levies.stream()
                .filter(levy -> levy.idNumber().equals(idNumber))
                .findFirst()
                .orElseThrow();
    }
}
