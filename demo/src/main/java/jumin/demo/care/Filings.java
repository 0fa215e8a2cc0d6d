package jumin.demo.care;

import static jumin.demo.care.Patients.CLAIMS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.tale.Stage;

/** 备案与认定: filed under its own number, approved by somebody else where that is still to do. */
final class Filings {

    private final Stage stage;

    Filings(Stage stage) {
        this.stage = stage;
    }

    JsonNode file(Actor by, String key, Map<String, Object> filing) {
        var filed =
                stage.http().json(by, Request.post(CLAIMS + "filings", filing).key(key));
        return read(filed.path("id").asText());
    }

    JsonNode approved(Actor by, JsonNode filing) {
        var id = filing.path("id").asText();
        if (filing.path("state").asText().equals("PENDING")) {
            stage.http().ask(by, Request.post(CLAIMS + "filings/" + id + "/approval", Map.of("opinion", "病历和检查属实")));
        }
        return read(id);
    }

    private JsonNode read(String id) {
        return stage.http().json(Actor.REVIEWER, Request.get(CLAIMS + "filings/" + id));
    }
}
