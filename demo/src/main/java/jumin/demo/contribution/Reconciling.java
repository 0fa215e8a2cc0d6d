package jumin.demo.contribution;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Days;
import jumin.demo.tale.Masks;
import jumin.demo.tale.Stage;
import jumin.regulation.Money;

/** 对账: totals first, then each difference with what to do; the same content is the same run. */
final class Reconciling {

    private static final String BASE = "/api/contribution/v1/";
    private static final int VOUCHERS = 64;
    private static final String SUM = "22860.00";
    private static final Map<String, Integer> DIFFERENCES =
            new TreeMap<>(Map.of("SHORT", 1, "TWICE", 1, "NOBODY", 1, "AFTER_WINDOW", 1));

    private final Stage stage;

    Reconciling(Stage stage) {
        this.stage = stage;
    }

    /** @return the differences, to be closed when they are dealt with */
    JsonNode play(List<Voucher> vouchers) {
        Days.moveTo(stage.http(), Days.RECONCILIATION);
        var run = totals(vouchers);
        return differences(run.path("reconciliationId").asText());
    }

    private JsonNode totals(List<Voucher> vouchers) {
        var run = stage.http().json(Actor.TAX_BUREAU, Request.post(BASE + "reconciliations", submission(vouchers)));
        var totals = run.path("totals");
        stage.tale()
                .step(
                        Days.RECONCILIATION + " 对账，先比总额：税务 "
                                + totals.path("taxCount").asInt() + " 笔 "
                                + totals.path("taxSum").asText() + " 元，医保 "
                                + totals.path("ourCount").asInt() + " 笔 "
                                + totals.path("ourSum").asText() + " 元，一致。",
                        that("税务笔数", VOUCHERS, totals.path("taxCount").asInt()),
                        that("医保笔数", VOUCHERS, totals.path("ourCount").asInt()),
                        that("税务金额", SUM, totals.path("taxSum").asText()),
                        that("医保金额", SUM, totals.path("ourSum").asText()),
                        that("双方一致的税票", VOUCHERS, run.path("matched").asInt()));
        return run;
    }

    private JsonNode differences(String run) {
        var found = stage.http()
                .json(Actor.FINANCE, Request.get(BASE + "reconciliations/" + run + "/differences"))
                .path("items");
        stage.tale()
                .step("再比明细，总额一致也查出 " + found.size() + " 项差异，每项有原因、由谁处理、怎么处理：", that("差异", DIFFERENCES, types(found)));
        for (var difference : found) {
            stage.tale().detail(sentence(difference));
        }
        return found;
    }

    private static Map<String, Integer> types(JsonNode differences) {
        var types = new TreeMap<String, Integer>();
        differences.forEach(difference -> types.merge(difference.path("type").asText(), 1, Integer::sum));
        return types;
    }

    private static String sentence(JsonNode difference) {
        var name = difference.path("name").asText("");
        return difference.path("title").asText() + "　" + (name.isEmpty() ? "（无此人）" : Masks.name(name)) + "　税票 "
                + difference.path("voucherNo").asText() + "　实缴 "
                + difference.path("taxAmount").asText() + " 元，差额 "
                + difference.path("difference").asText() + " 元　"
                + difference.path("owner").asText() + "："
                + difference.path("whatToDo").asText();
    }

    private Map<String, Object> submission(List<Voucher> vouchers) {
        var sum = vouchers.stream().map(Voucher::amount).reduce(Money.ZERO, Money::plus);
        var details = vouchers.stream()
                .map(voucher -> Map.of(
                        "voucherNo", voucher.voucherNo(),
                        "amount", voucher.amount().toString(),
                        "paidOn", voucher.paidOn().toString()))
                .toList();
        return Map.of(
                "taxOrgan", stage.setup().taxOrgan().code(),
                "benefitYear", stage.year(),
                "from", Days.PAYMENT.toString(),
                "to", Days.LATE_PAYMENT.toString(),
                "totals", Map.of("count", vouchers.size(), "sum", sum.toString()),
                "details", details);
    }
}
