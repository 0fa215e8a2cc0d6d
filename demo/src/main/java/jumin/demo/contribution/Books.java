package jumin.demo.contribution;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Stage;

/** 账簿: what came in, what waits for its owner, what went back; both sides are equal. */
final class Books {

    private final Stage stage;

    Books(Stage stage) {
        this.stage = stage;
    }

    void play() {
        var path = "/api/contribution/v1/ledger/trial-balance?benefitYear=" + stage.year();
        var balance = stage.http().json(Actor.FINANCE, Request.get(path));
        // What the fund owes is a balance below zero.
        var suspense = amount(balance, "SUSPENSE").replace("-", "");
        var payable = amount(balance, "REFUND_PAYABLE");
        stage.tale()
                .step(
                        Actor.FINANCE.title() + "看试算平衡表：借贷相等；暂存款余 " + suspense + " 元（无人认领的一笔），应付退费余 " + payable
                                + " 元（已全部退出）；国库存 " + amount(balance, "TREASURY") + " 元，财政专户 "
                                + amount(balance, "FISCAL_ACCOUNT") + " 元。",
                        that("平衡", true, balance.path("balanced").asBoolean()),
                        that("暂存款", "380.00", suspense),
                        that("应付退费", "0.00", payable),
                        that("国库", "760.00", amount(balance, "TREASURY")),
                        that("财政专户", "21720.00", amount(balance, "FISCAL_ACCOUNT")));
    }

    private static String amount(JsonNode balance, String account) {
        for (var row : balance.path("accounts")) {
            if (row.path("account").asText().equals(account)) {
                return row.path("balance").asText();
            }
        }
        return "没有";
    }
}
