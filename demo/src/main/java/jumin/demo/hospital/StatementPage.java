package jumin.demo.hospital;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Stage;

/** 结算单: every step with its article and its fen, read aloud and saved as PDF. */
final class StatementPage {

    private final Stage stage;

    StatementPage(Stage stage) {
        this.stage = stage;
    }

    void play(JsonNode settled) throws IOException {
        var path = "/api/claims/v1/settlements/" + settled.path("settlementId").asText() + "/statement";
        var statement = stage.http().json(Actor.HOSPITAL, Request.get(path));
        stage.tale()
                .step("结算单逐条说明：", that("行数不少于 12", true, statement.path("lines").size() >= 12));
        statement.path("lines").forEach(line -> stage.tale().detail(line(line)));
        Files.write(stage.output().resolve("statement.json"), statement.toPrettyString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var pdf = stage.http().send(Actor.HOSPITAL, Request.get(path).accepting("application/pdf")).body();
        var file = stage.output().resolve("statement.pdf");
        Files.write(file, pdf);
        stage.tale()
                .step(
                        "结算单另存为 PDF：output/" + file.getFileName() + "。",
                        that("是 PDF", "%PDF", new String(pdf, 0, Math.min(4, pdf.length), java.nio.charset.StandardCharsets.US_ASCII)));
    }

    private static String line(JsonNode line) {
        return line.path("sentence").asText() + "　" + line.path("amount").asText() + "　" + line.path("article").asText();
    }
}
