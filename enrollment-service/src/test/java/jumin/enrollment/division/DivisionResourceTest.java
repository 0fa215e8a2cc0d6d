package jumin.enrollment.division;

import static jumin.enrollment.Demo.administrator;
import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DivisionResourceTest {

    @Inject
    FeedOfThisService feed;

    @BeforeEach
    void divisions() {
        Demo.divisions();
    }

    private static ValidatableResponse load(String divisions) {
        return as(administrator())
                .contentType("application/json")
                .body("{\"divisions\": [" + divisions + "]}")
                .post("/divisions")
                .then();
    }

    @Test
    @DisplayName("重复导入区划不改变结果；下级按上级列出")
    void loadingAgainChangesNothing() {
        load("{\"code\": \"360902199\", \"parent\": \"360902\", \"name\": \"清泉镇\", \"level\": \"TOWNSHIP\"}")
                .statusCode(200)
                .body("added", equalTo(0))
                .body("unchanged", equalTo(1));

        as(clerk())
                .queryParam("parent", "360902199")
                .get("/divisions")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("360902199201", "360902199202"))
                .body("items[0].path", equalTo("360900/360902/360902199/360902199201/"));
    }

    @Test
    @DisplayName("区划进入变更流")
    void divisionsArePublished() {
        var village = feed.last("division", "360902199201");

        assertEquals("青石村", village.get("name").asText());
        assertEquals("VILLAGE", village.get("level").asText());
        assertEquals("360902199", village.get("parent").asText());
        assertEquals(Demo.VILLAGE_PATH, village.get("path").asText());
    }

    @Test
    @DisplayName("代码与上级不符：整份不保存")
    void nothingIsStoredWhenOneIsWrong() {
        load("{\"code\": \"360902197\", \"parent\": \"360902\", \"name\": \"新镇\", \"level\": \"TOWNSHIP\"},"
                        + "{\"code\": \"360903197\", \"parent\": \"360902\", \"name\": \"错镇\", \"level\": \"TOWNSHIP\"}")
                .statusCode(422)
                .body("code", equalTo("DIVISION_INVALID"))
                .body("errors[0].pointer", equalTo("/divisions/1/code"));

        as(clerk())
                .queryParam("parent", "360902")
                .get("/divisions")
                .then()
                .body("items.findAll { it.code == '360902197' }.size()", equalTo(0));
    }

    @Test
    @DisplayName("乡镇经办不能改区划")
    void clerksDoNotLoadDivisions() {
        as(clerk())
                .contentType("application/json")
                .body("{\"divisions\": []}")
                .post("/divisions")
                .then()
                .statusCode(403)
                .body("code", equalTo("ACCESS_DENIED"));
    }
}
