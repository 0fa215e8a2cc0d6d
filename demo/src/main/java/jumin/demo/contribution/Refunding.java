package jumin.demo.contribution;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Days;
import jumin.demo.tale.Masks;
import jumin.demo.tale.Stage;

/** 退费: request with its article, approval by another person, order to the bureau, reported result. */
final class Refunding {

    private static final String BASE = "/api/contribution/v1/";
    private static final String DOCUMENT = "TK360902202400001";
    private static final String AMOUNT = "380.00";

    private final Stage stage;

    Refunding(Stage stage) {
        this.stage = stage;
    }

    void play(List<TaxLevy> levies) {
        Days.moveTo(stage.http(), Days.REFUND);
        var person = levies.stream()
                .filter(levy -> levy.idNumber().equals(stage.cast().payingTwice()))
                .findFirst()
                .orElseThrow();
        levysOwnMoney(person);
        var refund = request(person).path("refundId").asText();
        approve(refund);
        payBack(refund);
        paid(person, refund);
    }

    /** What the levy took stays: the benefit period has begun. */
    private void levysOwnMoney(TaxLevy person) {
        var body = Map.of(
                "personId", person.personId(),
                "benefitYear", stage.year(),
                "cause", "duplicate_payment",
                "eventDate", Days.REFUND.toString());
        var verdict = stage.http().json(Actor.CLERK, Request.post(BASE + "refunds/trial", body));
        stage.tale()
                .step(
                        Days.REFUND + " " + Masks.name(person.name()) + "到" + Actor.CLERK.title()
                                + "的窗口，先问本年保险费能否退：不予退还，" + verdict.path("text").asText() + "（"
                                + verdict.path("article").asText() + "）。",
                        that("可退", false, verdict.path("allowed").asBoolean()),
                        that(
                                "原因",
                                "BENEFIT_PERIOD_STARTED",
                                verdict.path("code").asText()),
                        that("依据", "第二十二条", verdict.path("article").asText()));
    }

    private JsonNode request(TaxLevy person) {
        var body = Map.of(
                "personId",
                person.personId(),
                "benefitYear",
                stage.year(),
                "cause",
                "surplus",
                "note",
                "本人缴费两次，申请退回多缴的一次");
        var refund = stage.http()
                .json(Actor.CLERK, Request.post(BASE + "refunds", body).key("demo-refund-" + stage.year()));
        var verdict = refund.path("verdict");
        stage.tale()
                .step(
                        Actor.CLERK.title() + "受理退费：多缴的 "
                                + refund.path("amount").asText() + " 元不属保险费，可退；"
                                + unstopped(verdict.path("text").asText()) + basis(verdict) + "。",
                        that("金额", AMOUNT, refund.path("amount").asText()),
                        that("可退", true, verdict.path("allowed").asBoolean()));
        return refund;
    }

    private static String unstopped(String sentence) {
        return sentence.endsWith("。") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String basis(JsonNode verdict) {
        var article = verdict.path("article").asText("");
        return article.isEmpty() ? "" : "（" + article + "）";
    }

    private void approve(String refund) {
        var approved = stage.http().json(Actor.APPROVER, Request.post(BASE + "refunds/" + refund + "/approval"));
        stage.tale()
                .step(
                        Actor.APPROVER.title() + "复核同意，向"
                                + stage.setup().taxOrgan().name() + "下达退库指令；申请人不能复核自己的申请。",
                        that(
                                "两人经手",
                                false,
                                approved.path("requestedBy")
                                        .asText()
                                        .equals(approved.path("decidedBy").asText())));
    }

    private void payBack(String refund) {
        var view = stage.http().json(Actor.APPROVER, Request.get(BASE + "refunds/" + refund));
        var body = Map.of(
                "outcome",
                "PAID",
                "attempt",
                view.path("attempt").asInt(),
                "documentNo",
                DOCUMENT,
                "paidOn",
                Days.REFUND.toString());
        var reported =
                stage.http().json(Actor.TAX_BUREAU, Request.post(BASE + "refund-orders/" + refund + "/result", body));
        stage.tale()
                .step(
                        stage.setup().taxOrgan().name() + "取走指令，原路退库，报告退库单 " + DOCUMENT + "；重复报告没有第二次效果。",
                        that("状态", "PAID", reported.path("state").asText()),
                        that("退库单", DOCUMENT, reported.path("documentNo").asText()));
    }

    private void paid(TaxLevy person, String refund) {
        var payments = stage.http().json(Actor.CLERK, Request.get(BASE + "persons/" + person.personId() + "/payments"));
        stage.tale()
                .step(
                        Masks.name(person.name()) + "的两张税票：一张计入应缴，一张已退，参保关系不变。",
                        that("税票", 2, payments.size()),
                        that("计入应缴", List.of("0.00", AMOUNT), sorted(payments, "allocated")),
                        that("已退", List.of("0.00", AMOUNT), sorted(payments, "refunded")),
                        that("暂存", List.of("0.00", "0.00"), sorted(payments, "inSuspense")));
    }

    private static List<String> sorted(JsonNode payments, String field) {
        return payments.findValuesAsText(field).stream().sorted().toList();
    }
}
