package jumin.demo.hospital;

import static jumin.demo.tale.Expectation.that;

import java.util.Map;
import java.util.stream.StreamSupport;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.input.Bill;
import jumin.demo.tale.Stage;

/** 没有把握的时候: an answer that was lost, and an injury of which nobody has said who is liable. */
final class Doubts {

    private static final String CLAIMS = "/api/claims/v1/";

    private final Stage stage;

    Doubts(Stage stage) {
        this.stage = stage;
    }

    /** Each run of the demo loses a message of its own. */
    void losesAnAnswer(String message) {
        var lost = message + "-L";
        var unknown = stage.http().ask(Actor.HOSPITAL, Request.get(CLAIMS + "messages/" + lost));
        var body = Map.of("reason", "网络中断，没有收到答复");
        var resolved = stage.http()
                .json(Actor.HOSPITAL, Request.post(CLAIMS + "settlements/by-message/" + lost + "/resolution", body));
        var listed = stage.http()
                .json(
                        Actor.REVIEWER,
                        Request.get(CLAIMS + "messages?state=NOT_DONE&limit=1000&provider="
                                + stage.setup().providers().getFirst().code()));
        var decidedBy = StreamSupport.stream(listed.spliterator(), false)
                .filter(one -> one.path("messageId").asText().equals(lost))
                .map(one -> one.path("decidedBy").asText())
                .findFirst()
                .orElse("");
        stage.tale()
                .step(
                        Actor.HOSPITAL.title() + "发出一个报文没有收到答复，按编号一查，没有收到过；了结它：从此作废，迟到也不再生效，" + Actor.REVIEWER.title()
                                + "的清单上写明由谁了结。",
                        that("按编号查询", 404, unknown.status()),
                        that("了结", "VOID", resolved.path("state").asText()),
                        that("清单", "PROVIDER", decidedBy));
    }

    /** The same bill, had it been a fracture. */
    void seesAnInjury(Bill bill) {
        var fracture = new Bill(
                bill.person(),
                bill.careType(),
                bill.admissionDate(),
                bill.dischargeDate(),
                new Bill.Diagnosis("S72.000", "股骨颈骨折"),
                bill.totalAmount(),
                bill.items());
        var trial = stage.http().json(Actor.HOSPITAL, Request.post(CLAIMS + "pre-settlements", fracture));
        var reason = trial.at("/reasons/0");
        stage.tale()
                .step(
                        "同样的账单如果是骨折，按普通住院报来也先暂缓（" + reason.path("article").asText() + "）："
                                + reason.path("cure").asText() + "。",
                        that("暂缓", "HELD", trial.path("outcome").asText()),
                        that("原因", "THIRD_PARTY_UNDECIDED", reason.path("code").asText()),
                        that("基金支付", "0.00", trial.at("/amounts/fundPay").asText()));
    }
}
