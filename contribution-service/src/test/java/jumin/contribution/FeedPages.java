package jumin.contribution;

import static jumin.contribution.World.ROOT;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import jumin.testing.FeedHorizon;
import jumin.testing.Tokens;

/** The feed of this service to its end, as another service reads it: the first page of all tests' news is soon full. */
final class FeedPages {

    private FeedPages() {}

    static List<JsonPath> of(String reader) {
        FeedHorizon.reached();
        var pages = new ArrayList<JsonPath>();
        do {
            pages.add(RestAssured.given()
                    .auth()
                    .oauth2(Tokens.service(reader))
                    .queryParam("after", pages.isEmpty() ? "0" : pages.getLast().getString("next"))
                    .get(ROOT + "feed?limit=1000")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath());
        } while (!pages.getLast().getBoolean("caughtUp"));
        return pages;
    }

    /** One field of all that was told under a condition, such as {@code it.kind == 'standard'}. */
    static List<String> payloads(String reader, String condition, String field) {
        return of(reader).stream()
                .flatMap(
                        page -> page.<String>getList("changes.findAll { " + condition + " }.payload." + field).stream())
                .toList();
    }
}
