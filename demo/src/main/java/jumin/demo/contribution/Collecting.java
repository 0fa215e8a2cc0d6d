package jumin.demo.contribution;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jumin.demo.http.Actor;
import jumin.demo.http.Multipart;
import jumin.demo.http.Request;
import jumin.demo.tale.Days;
import jumin.demo.tale.Stage;
import jumin.regulation.Money;

/** 征缴: the bureau's vouchers arrive; sending them again changes nothing. */
final class Collecting {

    private static final String BATCHES = "/api/contribution/v1/payment-batches";
    private static final String FILES = "/api/contribution/v1/payment-files";
    private static final Map<String, Integer> IN_WINDOW = Map.of("MATCHED", 60, "SHORT", 1, "TWICE", 1, "NOBODY", 1);
    private static final Map<String, Integer> LATE = Map.of("MATCHED", 1);

    private final Stage stage;

    Collecting(Stage stage) {
        this.stage = stage;
    }

    List<Voucher> play(List<TaxLevy> levies) throws IOException {
        var vouchers = new TaxBureau(stage.cast()).collect(levies);
        inWindow(vouchers.stream()
                .filter(voucher -> voucher.paidOn().isBefore(Days.LATE_PAYMENT))
                .toList());
        late(vouchers.stream()
                .filter(voucher -> !voucher.paidOn().isBefore(Days.LATE_PAYMENT))
                .toList());
        file(vouchers);
        return vouchers;
    }

    private void inWindow(List<Voucher> vouchers) {
        Days.moveTo(stage.http(), Days.WINDOW_END);
        var first = send(vouchers);
        stage.tale()
                .step(
                        Days.WINDOW_END + " " + bureau() + "送来集中征缴期内税票 " + vouchers.size() + " 张，合计 " + sum(vouchers)
                                + " 元：足额 60，缴费不足 1，重复缴费 1，无人认领 1；每张税票有逐条回执。",
                        that("拒收", 0, first.path("refused").asInt()),
                        that("各类税票", new TreeMap<>(IN_WINDOW), outcomes(first)));
        stage.tale()
                .step(
                        bureau() + "把同一批税票再送一次：回执逐条相同，没有第二次入账（以电子税票号为准）。",
                        that("回执", first.path("lines"), send(vouchers).path("lines")));
    }

    private void late(List<Voucher> vouchers) {
        Days.moveTo(stage.http(), Days.LATE_PAYMENT);
        var answer = send(vouchers);
        stage.tale()
                .step(
                        Days.LATE_PAYMENT + " " + bureau() + "送来集中征缴期结束后的税票 " + vouchers.size() + " 张，合计 "
                                + sum(vouchers) + " 元：钱照收，从缴费之日起等待（第十五条）。",
                        that("各类税票", new TreeMap<>(LATE), outcomes(answer)),
                        that("逾期", true, answer.at("/lines/0/receipt/late").asBoolean()));
    }

    /** The bureau also exchanges files; what came by interface comes again in the file, and counts once. */
    private void file(List<Voucher> vouchers) throws IOException {
        var organ = stage.setup().taxOrgan().code();
        var content = BureauFile.of(organ, stage.year(), Days.LATE_PAYMENT, vouchers);
        var name = "tax-payments-" + organ + "-" + stage.year() + ".txt";
        Files.write(stage.output().resolve(name), content);
        var sent =
                stage.http().json(Actor.TAX_BUREAU, Request.upload(FILES, new Multipart().text("file", name, content)));
        var path = FILES + "/" + sent.path("fileId").asText();
        var booked = stage.http()
                .until(
                        "税务文件入账",
                        () -> stage.http().json(Actor.TAX_BUREAU, Request.get(path)),
                        view -> view.path("open").asInt() == 0);
        stage.tale()
                .step(
                        bureau() + "夜里又以文件送来全部税票 " + vouchers.size() + " 张、" + sum(vouchers)
                                + " 元（GB18030，尾行有笔数、金额、校验值；存为 "
                                + stage.shown(stage.output().resolve(name)) + "）：逐行有结果，已由接口送过的不再入账。",
                        that("文件行数", vouchers.size(), booked.path("lines").asInt()),
                        that("受理", vouchers.size(), booked.path("accepted").asInt()),
                        that("拒收", 0, booked.path("refused").asInt()),
                        that(
                                "文件金额",
                                sum(vouchers).toString(),
                                booked.path("sum").asText()));
    }

    private JsonNode send(List<Voucher> vouchers) {
        return stage.http()
                .json(
                        Actor.TAX_BUREAU,
                        Request.post(
                                BATCHES, vouchers.stream().map(this::submission).toList()));
    }

    private Map<String, Object> submission(Voucher voucher) {
        var body = new LinkedHashMap<String, Object>();
        body.put("voucherNo", voucher.voucherNo());
        voucher.levyId().ifPresent(levy -> body.put("levyId", levy));
        body.put("idNumber", voucher.idNumber());
        body.put("name", voucher.name());
        body.put("benefitYear", stage.year());
        body.put("amount", voucher.amount().toString());
        body.put("paidOn", voucher.paidOn().toString());
        body.put("treasuryOn", voucher.paidOn().toString());
        return body;
    }

    private static TreeMap<String, Integer> outcomes(JsonNode answer) {
        var outcomes = new TreeMap<String, Integer>();
        answer.path("lines").forEach(line -> {
            var outcome =
                    line.at("/receipt/outcome").asText(line.at("/problem/code").asText("没有回执"));
            outcomes.merge(outcome, 1, Integer::sum);
        });
        return outcomes;
    }

    private String bureau() {
        return stage.setup().taxOrgan().name();
    }

    private static Money sum(List<Voucher> vouchers) {
        return vouchers.stream().map(Voucher::amount).reduce(Money.ZERO, Money::plus);
    }
}
