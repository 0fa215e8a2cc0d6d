package jumin.demo.care;

import static jumin.demo.care.Patients.CLAIMS;
import static jumin.demo.tale.Expectation.that;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Stage;

/** 支付批次与回盘: what is due to persons goes to the bank in one file, and the bank answers line by line. */
final class BankDay {

    private static final String TOTAL = "12350.27";

    private final Stage stage;
    private final Payouts payouts;

    BankDay(Stage stage) {
        this.stage = stage;
        this.payouts = new Payouts(stage);
    }

    void play(String claim, LateStatus late) {
        var redone = late.redone();
        account(redone, late.name());
        var batch = stage.http()
                .json(
                        Actor.FINANCE,
                        Request.post(CLAIMS + "payout-batches", Map.of("note", "演示批次"))
                                .key("demo-batch"));
        var path = CLAIMS + "payout-batches/" + batch.path("id").asText();
        var file = new String(
                stage.http()
                        .send(Actor.FINANCE, Request.get(path + "/file").accepting("*/*"))
                        .body(),
                StandardCharsets.UTF_8);
        stage.tale()
                .step(
                        Actor.FINANCE.title() + "把零星报销和重算补付两笔合成一个支付批次，共 "
                                + batch.path("total").asText() + " 元，送银行。",
                        that("笔数", 2, batch.path("lines").asInt()),
                        that("合计", TOTAL, batch.path("total").asText()),
                        that("送银行的文件：表头和两行", 3L, file.lines().count()));
        answer(path, List.of(claim, redone));
    }

    /** 收款账户由经办填写，县级另一人核对户名和账号后才待支付。 */
    private void account(String redone, String name) {
        var path = CLAIMS + "payouts/" + payouts.of(redone).path("id").asText();
        if (payouts.of(redone).path("state").asText().equals("WAITING_FOR_ACCOUNT")) {
            var payee = Map.of("name", name, "bank", "示范银行", "account", "6222020200013334444");
            stage.http().send(Actor.CLERK, Request.put(path + "/payee", Map.of("relation", "SELF", "payee", payee)));
        }
        var entered = payouts.of(redone);
        if (entered.path("state").asText().equals("ACCOUNT_ENTERED")) {
            var seen = Map.of("accountVersion", entered.path("accountVersion").asInt());
            stage.http().send(Actor.REVIEWER, Request.post(path + "/payee-confirmation", seen));
        }
    }

    private void answer(String path, List<String> settlements) {
        var lines = Map.of("lines", List.of(Map.of("line", 1, "paid", true), Map.of("line", 2, "paid", true)));
        stage.http()
                .send(Actor.FINANCE, Request.post(path + "/return-file", lines).key("demo-batch-return"));
        var states = settlements.stream()
                .map(one -> payouts.of(one).path("state").asText())
                .toList();
        stage.tale().step("银行回盘：两笔都已到账；退回的会更正账户后再付。", that("状态", List.of("PAID", "PAID"), states));
    }
}
