package jumin.claims;

import static jumin.claims.Api.*;

import java.util.UUID;
import jumin.testing.Tokens;

/** Another city with a text of its own: a tertiary hospital, its catalogue and its people. */
final class OtherCity {

    static final String AREA = "131000";
    static final String HOSPITAL = "H13100200001";
    private static final String COUNTY = "131000/131002/";

    private final Feeds feeds;

    OtherCity(Feeds feeds) {
        this.feeds = feeds;
        hospital(HOSPITAL, "tertiary");
        catalogue(AREA, Bills.CATALOGUE);
    }

    /** The same items in another city. */
    static void catalogue(String area, String items) {
        as(Tokens.staff("policy", "policy", area + "/"))
                .body(items.replace("360900", area))
                .put(BASE + "catalogue/items")
                .then()
                .statusCode(200);
    }

    void hospital(String code, String level) {
        post(as(Tokens.staff("system_admin", "admin", AREA + "/")), "providers", key(), """
                        {"code": "%s", "name": "外市医院", "divisionPath": "%s", "level": "%s", "kind": "",
                         "traditional": false, "agreements": [
                          {"qualification": "INPATIENT", "validFrom": "2024-01-01", "decision": "协议1"},
                          {"qualification": "OUTPATIENT", "validFrom": "2024-01-01", "decision": "协议2"}]}
                        """.formatted(
                                code, COUNTY, level))
                .statusCode(201);
    }

    UUID covered(String name) {
        var person = feeds.person(Ids.next(), name, COUNTY + "131002001/131002001201/");
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
        return person;
    }

    static io.restassured.specification.RequestSpecification reviewer() {
        return as(Tokens.staff("county_reviewer", "reviewer", COUNTY));
    }
}
