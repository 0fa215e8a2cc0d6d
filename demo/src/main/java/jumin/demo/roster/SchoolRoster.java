package jumin.demo.roster;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jumin.demo.generate.IdentityNumber;
import jumin.demo.http.Actor;
import jumin.demo.http.Multipart;
import jumin.demo.http.Request;
import jumin.demo.tale.Stage;

/** 学校报送本校学生: one is known, one is new, one number is wrong; the new one turns out not to come, so it is taken back. */
final class SchoolRoster {

    private static final String BASE = "/api/enrollment/v1/";
    private static final String IMPORTS = BASE + "roster-imports";
    private static final String FILE_NAME = "三年二班.csv";
    private static final Set<String> MOVING = Set.of("UPLOADED", "COMMITTING", "UNDOING");
    private static final int ROWS = 3;

    private final Stage stage;

    SchoolRoster(Stage stage) {
        this.stage = stage;
    }

    void play() {
        var address = upload();
        settled(address, "/commit", Map.of());
        var undone = settled(address, "/undo", Map.of("reason", "转学未办妥"));
        var pupils = stage.http()
                .json(Actor.SCHOOL, Request.get(BASE + "enrollments?benefitYear=" + stage.year()))
                .path("items");
        var enrolled = pupils.findValuesAsText("state").stream()
                .filter("ENROLLED"::equals)
                .count();
        stage.tale()
                .step(
                        Actor.SCHOOL.title() + "确认入库，新生登记为本校学生；转学没有办成，整批撤销。学校查参保名单：只看得到本校学生，在保 " + enrolled + " 人。",
                        that("入库人数", 1, undone.at("/counts/registered").asInt()).orLookAt("./jumin logs enrollment"),
                        that("撤销人数", 1, undone.at("/counts/undone").asInt()),
                        that("在保的本校学生", 1L, enrolled));
    }

    private String upload() {
        var wrong = stage.cast().misspelt();
        var text = "姓名,身份证号\r\n彭雨欣,%s\r\n甘霖,%s\r\n错号,%s\r\n"
                .formatted(stage.cast().pupil(), IdentityNumber.of("360902", LocalDate.of(2011, 4, 9), 911), wrong);
        var form = new Multipart()
                .field("benefitYear", String.valueOf(stage.year()))
                .field("divisionCode", stage.setup().village())
                .text("file", FILE_NAME, text.getBytes(StandardCharsets.UTF_8));
        var reply =
                stage.http().send(Actor.SCHOOL, Request.upload(IMPORTS, form).key("demo-pupils-" + stage.year()));
        var address = IMPORTS + "/" + reply.json().path("importId").asText();
        var counts = until(address).path("counts");
        var foreign = stage.http().ask(Actor.OTHER_CLERK, Request.get(address));
        stage.tale()
                .step(
                        Actor.SCHOOL.title() + "报送“" + FILE_NAME + "”：不用填户编号，"
                                + counts.path("total").asInt() + " 行逐行有结论，已参保的跳过，错号说明改法；别的乡镇看不到。",
                        that("行数", ROWS, counts.path("total").asInt()).orLookAt("./jumin logs enrollment"),
                        that("跳过", 1, counts.path("skipped").asInt()),
                        that("错误行", 1, counts.path("error").asInt()),
                        that("别的乡镇", 404, foreign.status()));
        return address;
    }

    private JsonNode settled(String address, String step, Map<String, String> body) {
        var request = body.isEmpty() ? Request.post(address + step) : Request.post(address + step, body);
        stage.http().send(Actor.SCHOOL, request.key("demo-pupils" + step.replace('/', '-') + "-" + stage.year()));
        return until(address);
    }

    private JsonNode until(String address) {
        return stage.http()
                .until(
                        "学校花名册",
                        () -> stage.http().json(Actor.SCHOOL, Request.get(address)),
                        view -> !MOVING.contains(view.path("state").asText()));
    }
}
