package jumin.demo.groups;

import static jumin.demo.tale.Expectation.that;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import jumin.demo.generate.IdentityNumber;
import jumin.demo.http.Actor;
import jumin.demo.http.Multipart;
import jumin.demo.http.Request;
import jumin.demo.tale.Stage;

/** 职工医保参保名单: a file of any length, compared with our registrations by a job; nobody here is insured twice. */
final class EmployeeList {

    private static final String LISTS = "/api/enrollment/v1/cover-lists";
    private static final Map<String, Integer> VERDICTS = Map.of("INVALID", 1, "NO_CONFLICT", 1, "NOT_FOUND", 1);

    private final Stage stage;

    EmployeeList(Stage stage) {
        this.stage = stage;
    }

    void play(String listMonth) {
        var unknown = IdentityNumber.of("360902", LocalDate.of(1988, 4, 9), 913);
        var text = "姓名,身份证号,起始日,终止日,参保地\r\n彭雨欣,%s,2019-01-01,2019-12-31,某市\r\n陌生,%s,2019-01-01,,某市\r\n错日,%s,某日,,某市\r\n"
                .formatted(stage.cast().pupil(), unknown, unknown);
        var form = new Multipart()
                .field("source", "EMPLOYEE")
                .field("listMonth", listMonth)
                .text("file", "职工参保.csv", text.getBytes(StandardCharsets.UTF_8));
        var list = stage.http()
                .send(
                        Actor.CIVIL_AFFAIRS,
                        Request.upload(LISTS + "/files", form).key("demo-employees-" + listMonth))
                .json();
        var address = LISTS + "/" + list.path("listId").asText();
        var matched = stage.http()
                .until(
                        "职工参保名单比对",
                        () -> stage.http().json(Actor.CIVIL_AFFAIRS, Request.get(address)),
                        view -> !view.path("state").asText().equals("MATCHING"));
        stage.tale()
                .step(
                        Actor.CIVIL_AFFAIRS.title() + "转来职工医保参保名单文件 3 行，后台逐行比对：一人当年不重叠，一人未登记，一行日期说明改法；没有重复参保。",
                        that("比对", "MATCHED", matched.path("state").asText()).orLookAt("./jumin logs enrollment"),
                        that("逐行结论", VERDICTS, counts(matched)));
    }

    private static Map<String, Integer> counts(JsonNode list) {
        var counts = new TreeMap<String, Integer>();
        list.path("counts").properties().forEach(count -> {
            if (count.getValue().asInt() > 0) {
                counts.put(count.getKey(), count.getValue().asInt());
            }
        });
        return counts;
    }
}
