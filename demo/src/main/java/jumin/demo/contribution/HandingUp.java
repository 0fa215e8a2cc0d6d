package jumin.demo.contribution;

import static jumin.demo.tale.Expectation.that;

import java.util.List;
import java.util.Map;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Days;
import jumin.demo.tale.Stage;
import jumin.regulation.Money;

/** 上解: what the treasury holds goes up to the fiscal account; what was or may be given back stays. */
final class HandingUp {

    private static final String DOCUMENT = "SJ20240307001";
    private static final int VOUCHERS = 61;
    private static final String SUM = "21720.00";

    private final Stage stage;

    HandingUp(Stage stage) {
        this.stage = stage;
    }

    void play(List<Voucher> vouchers) {
        var handedUp = vouchers.stream()
                .filter(voucher -> voucher.paidOn().isBefore(Days.LATE_PAYMENT))
                .filter(voucher -> !voucher.idNumber().equals(stage.cast().payingTwice()))
                .toList();
        var sum = handedUp.stream().map(Voucher::amount).reduce(Money.ZERO, Money::plus);
        var confirmations = handedUp.stream().map(HandingUp::confirmation).toList();
        var request = Request.post("/api/contribution/v1/treasury-confirmations", confirmations);
        stage.http().send(Actor.TAX_BUREAU, request);
        var again = stage.http().json(Actor.TAX_BUREAU, request);
        stage.tale()
                .step(
                        stage.setup().taxOrgan().name() + "报告上解单 " + DOCUMENT + "：征缴期内的 " + handedUp.size() + " 张税票 "
                                + sum + " 元由国库转入财政专户；再报一次，没有第二次记账。",
                        that("上解税票", VOUCHERS, handedUp.size()),
                        that("上解金额", SUM, sum.toString()),
                        that("重报", VOUCHERS, again.path("repeated").asInt()),
                        that("拒收", 0, again.path("refused").asInt()));
    }

    private static Map<String, String> confirmation(Voucher voucher) {
        return Map.of(
                "voucherNo", voucher.voucherNo(),
                "stage", "REMITTED",
                "amount", voucher.amount().toString(),
                "confirmedOn", Days.REFUND.toString(),
                "documentNo", DOCUMENT);
    }
}
