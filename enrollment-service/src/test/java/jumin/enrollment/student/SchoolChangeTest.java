package jumin.enrollment.student;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchoolChangeTest {

    private static final String SCHOOL = "XX36090201";
    private static final String PATH = "/persons/{id}/school-changes";

    @Inject
    FeedOfThisService feed;

    private String pupil;

    @BeforeEach
    void aPupil() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        var person = person("沈学生", idNumber(LocalDate.of(2004, 5, 6), true));
        person.put("school", SCHOOL);
        pupil = registered(person);
        Demo.clockAt("2024-07-10T09:00:00");
    }

    private static String school(String code) {
        return Tokens.token(
                "school-" + code,
                "school",
                Map.of("division", "360900/360902/", "school", code),
                Duration.ofMinutes(10));
    }

    private static Map<String, Object> change(String kind) {
        return Map.of("kind", kind, "on", "2024-07-01", "reason", "2024届");
    }

    @Test
    @DisplayName("学校办本校学生毕业：之后学校不再看到，乡镇看到；别的学校办不了")
    void aSchoolLetsItsOwnGo() {
        post(school("XX36090999"), change("GRADUATED"), PATH, pupil).statusCode(404);
        post(school(SCHOOL), change("GRADUATED"), PATH, pupil)
                .statusCode(200)
                .body("kindName", equalTo("毕业"))
                .body("notes[0]", containsString("毕业返乡"));
        get(school(SCHOOL), "/persons/{id}", pupil).statusCode(404);
        get(clerk(), "/persons/{id}", pupil).statusCode(200).body("school", equalTo("-"));
        assertEquals("-", feed.last("person", pupil).get("school").asText());
        get(clerk(), "/persons/{id}/history?on=2024-06-30", pupil).body("items[0].state.school", equalTo(SCHOOL));
    }

    @Test
    @DisplayName("在校的不能再入学，不在校的不能毕业；入学由乡镇办理")
    void impossibleChangesAreExplained() {
        post(
                        clerk(),
                        Map.of("kind", "ENTERED", "on", "2024-07-01", "reason", "入学", "school", "XX36090888"),
                        PATH,
                        pupil)
                .statusCode(422)
                .body("code", equalTo("SCHOOL_CHANGE_INVALID"));
        post(clerk(), change("LEFT"), PATH, pupil).statusCode(200);
        post(clerk(), change("GRADUATED"), PATH, pupil).statusCode(422);
        post(
                        clerk(),
                        Map.of("kind", "ENTERED", "on", "2024-07-05", "reason", "转学", "school", "XX36090888"),
                        PATH,
                        pupil)
                .statusCode(200);
        get(school("XX36090888"), "/persons/{id}", pupil).statusCode(200);
    }

    @Test
    @DisplayName("第二十二条：参军保留学籍写明待遇到哪一日、能否退费；肄业写明能否退费；各附依据")
    void leavingSaysWhatItMeans() {
        post(school(SCHOOL), change("MILITARY_LEAVE"), PATH, pupil)
                .statusCode(200)
                .body("endings[0].lastCoveredDay", equalTo("2024-06-30"))
                .body("endings[0].citation.article", containsString("第二十二条"))
                .body("endings[0].refund.outcome", equalTo("REFUSED"));
        get(clerk(), "/persons/{id}/enrollments", pupil).body("items[0].state", equalTo("ENROLLED"));

        var other = person("沈肄业", idNumber(LocalDate.of(2004, 5, 7), true));
        other.put("school", SCHOOL);
        Demo.clockAt("2023-12-10T09:00:00");
        var left = registered(other);
        post(school(SCHOOL), Map.of("kind", "LEFT", "on", "2023-12-01", "reason", "肄业"), PATH, left)
                .statusCode(200)
                .body("refunds[0].benefitYear", equalTo(2024))
                .body("refunds[0].refund.explanation", org.hamcrest.Matchers.not(equalTo("")));
    }
}
