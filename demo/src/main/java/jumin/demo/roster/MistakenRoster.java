package jumin.demo.roster;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import jumin.demo.generate.IdentityNumber;
import jumin.demo.http.Actor;
import jumin.demo.http.Multipart;
import jumin.demo.http.Request;
import jumin.demo.tale.Stage;

/** 误导入与撤销: a text in GB18030 for the wrong village, taken back as a whole before anybody paid. */
final class MistakenRoster {

    private static final String IMPORTS = "/api/enrollment/v1/roster-imports";
    private static final String VILLAGE = "柳溪村";
    private static final String FILE_NAME = "补录名册.txt";
    private static final Set<String> MOVING = Set.of("UPLOADED", "COMMITTING", "UNDOING");
    private static final int ROWS = 2;

    private final Stage stage;
    private final String first;
    private final String second;

    MistakenRoster(Stage stage) {
        this.stage = stage;
        this.first = IdentityNumber.of("360902", LocalDate.of(1978, 5, 12), 907);
        this.second = IdentityNumber.of("360902", LocalDate.of(1980, 9, 23), 908);
    }

    void play() {
        var address = upload();
        settled(address, "/commit", Map.of());
        var undone = settled(address, "/undo", Map.of("reason", "选错了村"));
        stage.tale()
                .step(
                        Actor.CLERK.title() + "发现选错了村：尚无人缴费，整批撤销，两人的登记撤回，号码可重新登记。",
                        that("状态", "UNDONE", undone.path("state").asText()).orLookAt("./jumin logs enrollment"),
                        that("撤销人数", ROWS, undone.at("/counts/undone").asInt()),
                        that("还能查到的人", 0, new People(stage).count(first)));
    }

    private String upload() {
        var text = "户编号,与户主关系,姓名,身份证号\r\n901,户主,谢𬱖,%s\r\n901,配偶,古丽·热合曼,%s\r\n".formatted(first, second);
        var form = new Multipart()
                .field("benefitYear", String.valueOf(stage.year()))
                .field("divisionCode", village())
                .text("file", FILE_NAME, text.getBytes(Charset.forName("GB18030")));
        var reply = stage.http().send(Actor.CLERK, Request.upload(IMPORTS, form).key("demo-mistaken-" + stage.year()));
        var address = IMPORTS + "/" + reply.json().path("importId").asText();
        var checked = until(address);
        stage.tale()
                .step(
                        Actor.CLERK.title() + "把“" + FILE_NAME + "”导入" + VILLAGE + "：文本，认出编码 "
                                + checked.path("encoding").asText() + "，姓名 "
                                + names(checked) + "。",
                        that("编码", "GB18030", checked.path("encoding").asText()),
                        that("行数", ROWS, checked.at("/counts/total").asInt()));
        return address;
    }

    private static String names(JsonNode checked) {
        var names = new StringJoiner("、");
        checked.path("sampleNames").forEach(name -> names.add(name.asText()));
        return names.toString();
    }

    private JsonNode settled(String address, String step, Map<String, String> body) {
        var request = body.isEmpty() ? Request.post(address + step) : Request.post(address + step, body);
        stage.http().send(Actor.CLERK, request.key("demo-mistaken" + step.replace('/', '-') + "-" + stage.year()));
        return until(address);
    }

    private JsonNode until(String address) {
        return stage.http()
                .until(
                        "补录名册",
                        () -> stage.http().json(Actor.CLERK, Request.get(address)),
                        view -> !MOVING.contains(view.path("state").asText()));
    }

    private String village() {
        return stage.setup().divisions().stream()
                .filter(division -> division.name().equals(VILLAGE))
                .findFirst()
                .orElseThrow()
                .code();
    }
}
