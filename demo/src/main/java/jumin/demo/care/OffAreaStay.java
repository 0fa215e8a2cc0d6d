package jumin.demo.care;

import static jumin.demo.care.Patients.CLAIMS;
import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Days;
import jumin.demo.tale.Stage;

/** 异地就医与零星报销: filed before the journey, paid in cash, claimed at the counter, decided by three hands. */
final class OffAreaStay {

    private static final String FAR_AWAY = "H31010000001";
    private static final List<String> DOCUMENTS =
            List.of("id_or_e_voucher", "fee_receipt", "fee_list", "medical_record");

    private final Stage stage;
    private final Patients patients;
    private final Patients.Patient patient;
    private String settlement = "";

    OffAreaStay(Stage stage, Patients patients) {
        this.stage = stage;
        this.patients = patients;
        this.patient = patients.of(stage.cast().rare());
    }

    /** The decision on the claim. */
    String settlement() {
        return settlement;
    }

    void file() {
        var agreement = Map.of("qualification", "INPATIENT", "validFrom", "2024-01-01", "decision", "就医地定点");
        var hospital = Map.of(
                "code",
                FAR_AWAY,
                "name",
                "上海示范医院（虚构）",
                "divisionPath",
                "310100/310101/",
                "level",
                "tertiary",
                "traditional",
                false,
                "agreements",
                List.of(agreement));
        stage.http()
                .send(Actor.ADMIN, Request.post(CLAIMS + "providers", hospital).key("demo-provider-" + FAR_AWAY));
        Map<String, Object> filing = Map.of(
                "person", patient.reference(),
                "validFrom", Days.CARE.toString(),
                "details", Map.of("offArea", Map.of("reason", "referral", "place", "31")));
        var filed = new Filings(stage).file(Actor.CLERK, "demo-filing-off-area", filing);
        stage.tale()
                .step(
                        patient.masked() + "要转诊到上海：" + Actor.CLERK.title() + "办理异地就医备案，当即生效。",
                        that("备案", "EFFECTIVE", filed.path("state").asText()));
    }

    void claim() {
        var taken = take();
        var id = taken.path("id").asText();
        advance(id, "SUBMITTED", Actor.REVIEWER, "first-review");
        advance(id, "FIRST_REVIEWED", Actor.APPROVER, "second-review");
        var decided = read(id);
        settlement = decided.path("settlementId").asText();
        var amounts = decided.at("/result/amounts");
        stage.tale()
                .step(
                        Actor.REVIEWER.title() + "初审（试算）、" + Actor.APPROVER.title()
                                + "复审（决定）：跨省转诊先行自付 10% 即 1,000.00 元，起付标准 600.00 元，其余 60%，应付本人 "
                                + amounts.path("fundPay").asText() + " 元（第二十八条）。",
                        that("状态", "DECIDED", decided.path("state").asText()),
                        that(
                                "异地先行自付",
                                "1000.00",
                                amounts.path("offAreaPrepayment").asText()),
                        that("起付标准", "600.00", amounts.path("deductible").asText()),
                        that("基金支付", "5040.00", amounts.path("fundPay").asText()),
                        that(
                                "三道手续三个人",
                                List.of("clerk", "reviewer", "approver"),
                                List.of(
                                        decided.path("takenBy").asText(),
                                        decided.path("firstReviewBy").asText(),
                                        decided.path("secondReviewBy").asText())));
    }

    private JsonNode take() {
        var claim = Map.of(
                "provider",
                FAR_AWAY,
                "bill",
                patients.bill(patient, new Patients.Visit("21", "2024-03-23", "2024-03-28", "1000", "10000.00")),
                "documents",
                DOCUMENTS,
                "relation",
                "SELF",
                "payee",
                Map.of("name", patient.name(), "bank", "示范银行", "account", "6222020200011112222"));
        var taken = stage.http()
                .json(Actor.CLERK, Request.post(CLAIMS + "manual-claims", claim).key("demo-manual-claim"));
        stage.tale()
                .step(
                        Days.CLAIM + " " + patient.masked() + "在上海自费住院 5 天，10,000.00 元，回来申请零星报销：" + Actor.CLERK.title()
                                + "受理，材料齐全（第四十八条），账号只显示末四位。",
                        that("缺的材料", 0, taken.path("missing").size()),
                        that("账号末四位", "2222", taken.path("accountLastFour").asText()));
        return taken;
    }

    /** Sent again after a lost answer it finds the claim further on: what counts is where the claim stands then. */
    private void advance(String id, String from, Actor by, String step) {
        if (read(id).path("state").asText().equals(from)) {
            stage.http().ask(by, Request.post(CLAIMS + "manual-claims/" + id + "/" + step, Map.of("text", "核对无误")));
        }
    }

    private JsonNode read(String id) {
        return stage.http().json(Actor.REVIEWER, Request.get(CLAIMS + "manual-claims/" + id));
    }
}
