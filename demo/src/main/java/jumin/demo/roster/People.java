package jumin.demo.roster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import jumin.demo.http.Actor;
import jumin.demo.http.Request;
import jumin.demo.http.StoryStopped;
import jumin.demo.tale.Stage;

/** 查人: by number in the body of a request, never in an address. */
public final class People {

    private static final String BASE = "/api/enrollment/v1/";

    private final Stage stage;

    public People(Stage stage) {
        this.stage = stage;
    }

    /** How many persons have this number in the clerk's township. */
    public int count(String idNumber) {
        return search(idNumber).size();
    }

    public JsonNode person(String idNumber) {
        var found = search(idNumber);
        if (found.isEmpty()) {
            throw new StoryStopped("没有登记此人：" + jumin.demo.tale.Masks.id(idNumber));
        }
        return stage.http()
                .json(
                        Actor.CLERK,
                        Request.get(BASE + "persons/"
                                + found.get(0).path("personId").asText()));
    }

    /** The enrollment of the demo's year. */
    public JsonNode enrollment(String idNumber) {
        var person = person(idNumber).path("personId").asText();
        var found = stage.http().json(Actor.CLERK, Request.get(BASE + "persons/" + person + "/enrollments"));
        for (var enrollment : found.path("items")) {
            if (enrollment.path("benefitYear").asInt() == stage.year()) {
                return enrollment;
            }
        }
        throw new StoryStopped("此人没有 " + stage.year() + " 年度的参保登记：" + jumin.demo.tale.Masks.id(idNumber));
    }

    private JsonNode search(String idNumber) {
        return stage.http()
                .json(Actor.CLERK, Request.post(BASE + "person-searches", Map.of("idNumber", idNumber)))
                .path("items");
    }
}
