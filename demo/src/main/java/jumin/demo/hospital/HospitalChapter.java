package jumin.demo.hospital;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import jumin.demo.http.Actor;
import jumin.demo.http.Reply;
import jumin.demo.http.Request;
import jumin.demo.input.Bill;
import jumin.demo.tale.Days;
import jumin.demo.tale.Masks;
import jumin.demo.tale.Stage;

/** 第五章 住院: entitlement, pre-settlement, settlement, statement, the same message again, reversal. */
public final class HospitalChapter {

    private static final String CLAIMS = "/api/claims/v1/";
    private static final int LEAST_ITEMS = 30;

    private final Stage stage;
    private Bill bill;

    public HospitalChapter(Stage stage) {
        this.stage = stage;
    }

    public void play() throws IOException {
        stage.tale().chapter("第五章　" + Days.ADMISSION + " 至 " + Days.DISCHARGE + "，一次住院");
        Days.moveTo(stage.http(), Days.DISCHARGE);
        bill = stage.input().bill();
        var message = new Messages(stage).next();
        var person = entitlement();
        var before = accumulators(person);
        var trial = preSettle();
        var settled = settle(message, trial);
        new StatementPage(stage).play(settled);
        again(message, settled, person);
        replay(settled);
        reverse(message, settled, before, person);
        var doubts = new Doubts(stage);
        doubts.losesAnAnswer(message);
        doubts.seesAnInjury(bill);
    }

    private String entitlement() {
        var body = Map.of(
                "idNumber", bill.person().idNumber(),
                "name", bill.person().name(),
                "on", bill.admissionDate());
        var check = stage.http()
                .until(
                        "待遇资格",
                        () -> stage.http().json(Actor.HOSPITAL, Request.post(CLAIMS + "entitlement-checks", body)),
                        answer -> answer.path("verdict").asText().equals("ENTITLED")
                                && answer.path("categories").size() > 0);
        stage.tale()
                .step(
                        Actor.HOSPITAL.title() + "查询 "
                                + Masks.name(bill.person().name()) + "（"
                                + Masks.id(bill.person().idNumber()) + "）" + bill.admissionDate() + " 的待遇资格：享受待遇，低保对象（"
                                + check.path("article").asText() + "）。",
                        that("待遇资格", "ENTITLED", check.path("verdict").asText()),
                        that(
                                "身份",
                                "minimum_living",
                                check.at("/categories/0/category").asText()),
                        that(
                                "证件号码已遮盖",
                                Masks.id(bill.person().idNumber()),
                                check.at("/person/idNumber").asText()));
        return check.at("/person/personId").asText();
    }

    private JsonNode preSettle() {
        var trial = stage.http().json(Actor.HOSPITAL, Request.post(CLAIMS + "pre-settlements", bill));
        stage.tale()
                .step(
                        "出院，" + bill.items().size() + " 条费用合计 " + bill.totalAmount() + " 元。预结算：基金支付 "
                                + trial.at("/amounts/fundPay").asText() + " 元，个人负担 "
                                + trial.at("/amounts/personPay").asText() + " 元；不保存任何内容。",
                        that("费用条数不少于 30", true, bill.items().size() >= LEAST_ITEMS),
                        that("预结算", Bills.expectedAmounts(), Bills.amounts(trial)));
        remarks(trial);
        return trial;
    }

    private void remarks(JsonNode trial) {
        var remarks = trial.path("remarks");
        stage.tale()
                .step(
                        remarks.size() + " 条费用有说明：丙类 3 条不在支付范围，1 条耗材超过支付标准。",
                        that("超过支付标准", List.of("6000.00"), amounts(remarks, "OVER_CEILING")),
                        that("丙类", 3, amounts(remarks, "CLASS_C").size()));
        for (var remark : remarks) {
            stage.tale().detail("第 " + remark.path("lineNo").asInt() + " 行：" + sentence(remark));
        }
    }

    private static String sentence(JsonNode remark) {
        var text = remark.path("remark").asText();
        var amount = remark.path("amount").asText();
        return text.replace(",", "").contains(amount) ? text : text + "，" + amount + " 元";
    }

    private static List<String> amounts(JsonNode remarks, String code) {
        return StreamSupport.stream(remarks.spliterator(), false)
                .filter(remark -> remark.path("remarkCode").asText().equals(code))
                .map(remark -> remark.path("amount").asText())
                .toList();
    }

    private JsonNode settle(String message, JsonNode trial) {
        var settled = post(message).json();
        stage.tale()
                .step(
                        "结算：与预结算一分不差，统筹基金 " + settled.at("/amounts/poolPay").asText() + " 元（第二十八条），大病保险 "
                                + settled.at("/amounts/criticalIllnessPay").asText() + " 元（第三十三条）。",
                        that("结果", "PAID", settled.path("outcome").asText()),
                        that("结算与预结算", trial.path("amounts"), settled.path("amounts")),
                        that("结算", Bills.expectedAmounts(), Bills.amounts(settled)));
        return settled;
    }

    private void again(String message, JsonNode settled, String person) {
        var sums = accumulators(person);
        var repeated = post(message);
        stage.tale()
                .step(
                        "网络中断，医院把同一报文再发一次：得到同一答复，年度累计不变。",
                        that("答复", settled, repeated.json()),
                        that("是重发的答复", true, repeated.replayed()),
                        that("年度累计", sums, accumulators(person)));
        var other = Request.post(CLAIMS + "settlements", withOtherDischarge()).key(message);
        stage.tale()
                .step(
                        "同一报文编号换了内容：拒绝，不入账。",
                        that(
                                "拒绝",
                                "IDEMPOTENCY_KEY_REUSED",
                                stage.http().ask(Actor.HOSPITAL, other).code()));
    }

    private void replay(JsonNode settled) {
        var path = CLAIMS + "settlements/" + settled.path("settlementId").asText() + "/replay";
        var replay = stage.http().json(Actor.REVIEWER, Request.get(path));
        stage.tale()
                .step(
                        Actor.REVIEWER.title() + "复算：用保存的事实和规则版本重新核算，逐字节相同。",
                        that("复算相同", true, replay.path("identical").asBoolean()));
    }

    private void reverse(String message, JsonNode settled, JsonNode before, String person) {
        var request = Messages.reversal(settled.path("settlementId").asText(), message);
        var red = stage.http().json(Actor.HOSPITAL, request);
        stage.tale()
                .step(
                        "收费有误，医院整笔冲正：各项金额为原结算的负数，年度累计恢复原状。",
                        that("冲正", "REVERSAL", red.path("kind").asText()),
                        that("冲正金额", Bills.negative(Bills.expectedAmounts()), Bills.amounts(red)),
                        that("年度累计", before, accumulators(person)));
        stage.tale()
                .step(
                        "冲正后又收到迟到的原报文：仍答原来的结果，不重新入账。",
                        that("答复", settled, post(message).json()),
                        that("年度累计", before, accumulators(person)));
    }

    private Reply post(String message) {
        return stage.http()
                .send(Actor.HOSPITAL, Request.post(CLAIMS + "settlements", bill).key(message));
    }

    private Bill withOtherDischarge() {
        return new Bill(
                bill.person(),
                bill.careType(),
                bill.admissionDate(),
                bill.dischargeDate(),
                new Bill.Diagnosis("I61.900", "脑出血"),
                bill.totalAmount(),
                bill.items());
    }

    private JsonNode accumulators(String person) {
        var path = CLAIMS + "persons/" + person + "/accumulators?benefitYear=" + stage.year();
        return stage.http().json(Actor.REVIEWER, Request.get(path)).path("sums");
    }
}
