package jumin.demo.roster;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import jumin.demo.http.Actor;
import jumin.demo.http.Multipart;
import jumin.demo.http.Request;
import jumin.demo.tale.Days;
import jumin.demo.tale.Stage;

/** 第一章 参保登记: the township's roster is checked, its two wrong rows come back with reasons, the rest is registered. */
public final class RosterChapter {

    private static final String IMPORTS = "/api/enrollment/v1/roster-imports";
    private static final String FILE_NAME = "青石村参保名册.xlsx";
    private static final Set<String> CHECKED = Set.of("VALIDATED", "REFUSED", "COMMITTING", "COMMITTED");
    private static final int ROWS = 66;
    private static final int WRONG = 2;

    private final Stage stage;

    public RosterChapter(Stage stage) {
        this.stage = stage;
    }

    public void play() throws IOException {
        stage.tale().chapter("第一章　" + Days.ROSTER + "，参保名册");
        Days.moveTo(stage.http(), Days.ROSTER);
        var address = upload();
        wrongRows(address);
        errorWorkbook(address);
        commit(address);
        foreignTownship(address);
        new Registered(stage).play();
        new MistakenRoster(stage).play();
        new VillageWork(stage).play();
    }

    private String upload() throws IOException {
        var form = new Multipart()
                .field("benefitYear", String.valueOf(stage.year()))
                .field("divisionCode", stage.setup().village())
                .workbook("file", FILE_NAME, stage.input().roster());
        var reply = stage.http().send(Actor.CLERK, Request.upload(IMPORTS, form).key("demo-roster-" + stage.year()));
        var address = IMPORTS + "/" + reply.json().path("importId").asText();
        var checked = stage.http()
                .until(
                        "名册校验",
                        () -> read(address),
                        view -> CHECKED.contains(view.path("state").asText()));
        var counts = checked.path("counts");
        stage.tale()
                .step(
                        Actor.CLERK.title() + "上传“" + FILE_NAME + "”："
                                + counts.path("total").asInt() + " 行，全角数字、小写 x、空格和四种日期写法都认得；"
                                + counts.path("error").asInt() + " 行有错。",
                        that("行数", ROWS, counts.path("total").asInt()).orLookAt("./jumin logs enrollment"),
                        that("错误行", WRONG, counts.path("error").asInt()).orLookAt("./jumin logs enrollment"));
        return address;
    }

    private void wrongRows(String address) {
        var rows = stage.http()
                .json(Actor.CLERK, Request.get(address + "/rows?verdict=ERROR&size=100"))
                .path("items");
        stage.tale()
                .step(
                        "两行错误逐行说明原因和改法：",
                        that("错误行", WRONG, rows.size()),
                        that("校验位错误", true, names(rows, "校验")),
                        that("没有证件号码", true, names(rows, "未填") || names(rows, "必填")));
        for (var row : rows) {
            row.path("findings")
                    .forEach(finding -> stage.tale()
                            .detail("第 " + row.path("rowNo").asInt() + " 行 "
                                    + row.path("maskedName").asText() + "："
                                    + finding.path("reason").asText() + "；"
                                    + finding.path("suggestion").asText() + article(finding)));
        }
    }

    private static boolean names(JsonNode rows, String word) {
        return rows.findValuesAsText("reason").stream().anyMatch(reason -> reason.contains(word));
    }

    private static String article(JsonNode finding) {
        var article = finding.path("article").asText("");
        return article.isEmpty() ? "" : "（" + article + "）";
    }

    private void errorWorkbook(String address) throws IOException {
        var workbook = stage.http()
                .send(Actor.CLERK, Request.get(address + "/error-workbook").accepting("*/*"))
                .body();
        var file = stage.output().resolve("roster-errors.xlsx");
        Files.write(file, workbook);
        stage.tale()
                .step(
                        "错误行另存为可改后重传的工作簿：" + stage.shown(file) + "。",
                        that("是 xlsx", "PK", new String(workbook, 0, 2, java.nio.charset.StandardCharsets.US_ASCII)));
    }

    private void commit(String address) {
        stage.http().send(Actor.CLERK, Request.post(address + "/commit").key("demo-roster-commit-" + stage.year()));
        var done = stage.http()
                .until(
                        "名册入库",
                        () -> read(address),
                        view -> view.path("state").asText().equals("COMMITTED"));
        int registered = done.at("/counts/registered").asInt();
        stage.tale()
                .step(
                        Actor.CLERK.title() + "确认入库：" + registered + " 人登记参保（第八条、第九条），错误的 " + WRONG + " 行没有保存。",
                        that("登记人数", ROWS - WRONG, registered).orLookAt("./jumin logs enrollment"));
    }

    private void foreignTownship(String address) {
        var reply = stage.http().ask(Actor.OTHER_CLERK, Request.get(address));
        stage.tale().step(Actor.OTHER_CLERK.title() + "想看这份名册：看不到，不在其辖区。", that("状态码", 404, reply.status()));
    }

    private JsonNode read(String address) {
        return stage.http().json(Actor.CLERK, Request.get(address));
    }
}
