package jumin.demo.roster;

import static jumin.demo.tale.Expectation.that;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Stage;

/** 村里和学校: the helper asks around for the next year, the school names its own, somebody takes a proof home. */
final class VillageWork {

    private static final String BASE = "/api/enrollment/v1/";
    private static final int PEOPLE = 64;

    private final Stage stage;
    private final People people;

    VillageWork(Stage stage) {
        this.stage = stage;
        this.people = new People(stage);
    }

    void play() throws IOException {
        progress();
        reason();
        new SchoolRoster(stage).play();
        proof();
    }

    private void progress() {
        var village = stage.setup().village();
        var item = stage.http()
                .json(
                        Actor.HELPER,
                        Request.get(BASE + "progress?benefitYear=" + stage.year() + "&divisionCode=" + village))
                .at("/items/0");
        stage.tale()
                .step(
                        Actor.HELPER.title() + "看本村进度：已登记 "
                                + item.path("shouldBe").asInt() + " 人，已参保 "
                                + item.path("enrolled").asInt() + " 人，参保率 "
                                + item.path("rate").asText() + "%。",
                        that("已参保", PEOPLE, item.path("enrolled").asInt()),
                        that("参保率", "100.00", item.path("rate").asText()));
    }

    private void reason() {
        var next = stage.year() + 1;
        var person = people.person(stage.cast().rarer()).path("personId").asText();
        var body = Map.of("personId", person, "benefitYear", next, "reason", "ELSEWHERE", "note", "在外务工地参保");
        var marked = stage.http()
                .send(Actor.HELPER, Request.post(BASE + "absence-reasons", body).key("demo-absence-" + next))
                .json();
        var path = BASE + "progress?benefitYear=" + next + "&divisionCode="
                + stage.setup().village();
        var item = stage.http().json(Actor.HELPER, Request.get(path)).at("/items/0");
        stage.tale()
                .step(
                        "为 " + next + " 年度摸底：" + marked.path("maskedName").asText() + "“"
                                + marked.path("reasonName").asText() + "”，排名时从应参人数中扣除。",
                        that("原因", "ELSEWHERE", marked.path("reason").asText()),
                        that("可扣除人数", 1, item.path("excused").asInt()));
    }

    private void proof() throws IOException {
        var enrollment =
                people.enrollment(stage.cast().dotted()).path("enrollmentId").asText();
        var body = Map.of(
                "kind",
                "ENROLLMENT_PROOF",
                "subject",
                enrollment,
                "benefitYear",
                stage.year(),
                "unmasked",
                true,
                "purpose",
                "本人办理异地就医备案");
        var issued = stage.http()
                .send(Actor.CLERK, Request.post(BASE + "papers", body).key("demo-proof-" + stage.year()))
                .json();
        var pdf = stage.http()
                .send(
                        Actor.CLERK,
                        Request.get(BASE + "papers/" + issued.path("paperId").asText() + "/pdf")
                                .accepting("*/*"))
                .body();
        var file = stage.output().resolve("enrollment-proof.pdf");
        Files.write(file, pdf);
        var code = issued.path("verificationCode").asText();
        var verified = stage.http()
                .json(Actor.OTHER_CLERK, Request.post(BASE + "paper-verifications", Map.of("verificationCode", code)));
        stage.tale()
                .step(
                        "开具参保凭证：" + stage.shown(file) + "，验证码 " + code + " 不含个人信息；" + Actor.OTHER_CLERK.title()
                                + "凭码核验为真（" + verified.path("maskedName").asText() + "）。",
                        that("是 PDF", "%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII)),
                        that("核验", true, verified.path("genuine").asBoolean()));
    }
}
