package jumin.demo.hospital;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Stage;

/** 结算单: every step with its article and its fen, read aloud, and saved as PDF. */
final class StatementPage {

    /** 统筹基金年度最高支付限额 100,000.00，已用 0.00: all of it can be paid. */
    private static final String WITHIN_LIMIT = "55,704.60";

    /** 低保取消大病保险年度限额. */
    private static final String NO_LIMIT = "";

    /** The amounts of the worked statement, line by line. */
    private static final List<String> AMOUNTS = List.of(
            "108,000.00",
            "−2,340.00",
            "−6,000.00",
            "−3,219.00",
            "−3,000.00",
            "93,441.00",
            "−600.00",
            "55,704.60",
            WITHIN_LIMIT,
            "49,955.40",
            "37,736.40",
            "6,219.00",
            "6,000.00",
            "8,750.00",
            "26,783.51",
            NO_LIMIT,
            "未计算",
            "82,488.11",
            "25,511.89");

    private static final int SENTENCE = 64;
    private static final int AMOUNT = 12;

    private final Stage stage;

    StatementPage(Stage stage) {
        this.stage = stage;
    }

    void play(JsonNode settled) throws IOException {
        var path = "/api/claims/v1/settlements/" + settled.path("settlementId").asText() + "/statement";
        var statement = stage.http().json(Actor.HOSPITAL, Request.get(path));
        read(statement);
        save(path, statement);
    }

    private void read(JsonNode statement) {
        var lines = statement.path("lines");
        stage.tale()
                .step(
                        statement.path("title").asText() + "，每一步有基数、比例、金额和条款：",
                        that("各行金额", AMOUNTS, lines.findValuesAsText("printedAmount")),
                        that(
                                "每行都有条款",
                                List.of(),
                                lines.valueStream()
                                        .filter(line ->
                                                line.path("article").asText().isBlank())
                                        .map(line -> line.path("sentence").asText())
                                        .toList()),
                        that("医院级别", "三级", statement.at("/care/providerLevel").asText()));
        for (var line : lines) {
            stage.tale().detail(row(line));
        }
        stage.tale().detail("您个人负担 " + statement.at("/totals/equation").asText() + " 元");
    }

    private void save(String path, JsonNode statement) throws IOException {
        Files.write(
                stage.output().resolve("statement.json"),
                statement.toPrettyString().getBytes(UTF_8));
        var pdf = stage.http()
                .send(Actor.HOSPITAL, Request.get(path).accepting("application/pdf"))
                .body();
        var file = stage.output().resolve("statement.pdf");
        Files.write(file, pdf);
        stage.tale()
                .step(
                        "结算单另存为 PDF：" + stage.shown(file) + "。",
                        that("是 PDF", "%PDF-", new String(pdf, 0, Math.min(5, pdf.length), US_ASCII)));
    }

    private static String row(JsonNode line) {
        var number = line.hasNonNull("no") ? "%2d ".formatted(line.path("no").asInt()) : "   ";
        var sentence = line.path("sentence").asText();
        var amount = line.path("printedAmount").asText();
        return number + sentence + " ".repeat(Math.max(1, SENTENCE - width(sentence)))
                + " ".repeat(Math.max(0, AMOUNT - width(amount))) + amount + "  "
                + line.path("article").asText();
    }

    /** Columns on a screen: a Chinese character takes two. */
    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }
}
