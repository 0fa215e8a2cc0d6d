package jumin.demo.care;

import static jumin.demo.care.Patients.CLAIMS;
import static jumin.demo.tale.Expectation.that;

import java.util.List;
import java.util.Map;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Days;
import jumin.demo.tale.Stage;

/** 门诊慢特病: recognised by two persons, then paid without a deductible. */
final class ChronicVisit {

    private final Stage stage;
    private final Patients patients;

    ChronicVisit(Stage stage, Patients patients) {
        this.stage = stage;
        this.patients = patients;
    }

    void play() {
        var agreement = Map.of(
                "qualification", "CHRONIC",
                "validFrom", "2024-01-01",
                "validTo", "2024-12-31",
                "decision", "XY-2024-01-MTB");
        stage.http()
                .send(
                        Actor.ADMIN,
                        Request.post(CLAIMS + "providers/" + Patients.HOSPITAL + "/agreements", agreement)
                                .key("demo-agreement-chronic"));
        var patient = patients.of(stage.cast().dotted());
        recognise(patient);
        visit(patient);
    }

    private void recognise(Patients.Patient patient) {
        Map<String, Object> filing = Map.of(
                "person", patient.reference(),
                "validFrom", "2024-03-01",
                "details", Map.of("chronic", Map.of("diseases", List.of("糖尿病"))));
        var filings = new Filings(stage);
        var recognised = filings.approved(Actor.APPROVER, filings.file(Actor.REVIEWER, "demo-filing-chronic", filing));
        stage.tale()
                .step(
                        Actor.REVIEWER.title() + "为 " + patient.masked() + "办理门诊慢特病认定（糖尿病），由" + Actor.APPROVER.title()
                                + "审批：办理人不能审批自己办的。",
                        that("认定", "EFFECTIVE", recognised.path("state").asText()),
                        that("审批人", "approver", recognised.path("decidedBy").asText()));
    }

    private void visit(Patients.Patient patient) {
        var day = Days.CARE.toString();
        var request = Request.post(
                        CLAIMS + "settlements",
                        patients.bill(patient, new Patients.Visit("14", day, day, "100", "1000.00")))
                .key("demo-chronic-visit");
        var settled = stage.http().json(Actor.HOSPITAL, request);
        stage.tale()
                .step(
                        day + " 慢特病门诊 1,000.00 元：不设起付标准，按三级医院 60% 支付 "
                                + settled.at("/amounts/poolPay").asText() + " 元（第二十五条）。",
                        that("结果", "PAID", settled.path("outcome").asText()),
                        that("起付标准", "0.00", settled.at("/amounts/deductible").asText()),
                        that("统筹基金", "600.00", settled.at("/amounts/poolPay").asText()),
                        that("个人负担", "400.00", settled.at("/amounts/personPay").asText()));
        var twin = stage.http().ask(Actor.HOSPITAL, request.key("demo-chronic-visit-again"));
        stage.tale()
                .step(
                        "同一张账单换一个报文编号再来：认得出来，不再支付，说出第一次的单号。",
                        that("拒绝", "BILL_ALREADY_SETTLED", twin.code()),
                        that(
                                "第一次的单号",
                                true,
                                twin.problem().contains(settled.path("number").asText())));
    }
}
