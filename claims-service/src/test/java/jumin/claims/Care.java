package jumin.claims;

import static jumin.claims.Api.*;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;

/** A hospital with its catalogue, persons with their cover, and what the hospital sends. */
abstract class Care {

    @Inject
    Feeds feeds;

    @Inject
    Tables tables;

    @BeforeEach
    void aHospitalWithItsCatalogue() {
        provider(HOSPITAL, "示范医院", "tertiary");
        policy().body(Bills.CATALOGUE).put(BASE + "catalogue/items").then().statusCode(200);
        feeds.standard(2024, "380.00", "\"35000.00\"");
    }

    UUID covered(String name) {
        var person = feeds.person(Ids.next(), name, VILLAGE);
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
        return person;
    }

    UUID poorPerson() {
        var person = covered("李㼆𠮷");
        feeds.category(person, "minimum_living", "2024-01-01");
        return person;
    }

    static ValidatableResponse settle(String bill) {
        return settle(key(), bill);
    }

    static ValidatableResponse settle(String key, String bill) {
        return post(hospital(), "settlements", key, bill);
    }

    static ValidatableResponse preSettle(String bill) {
        return hospital().body(bill).post(BASE + "pre-settlements").then();
    }

    static ValidatableResponse reverse(String id, String key) {
        return post(hospital(), "settlements/" + id + "/reversal", key, "{\"reason\": \"收费有误\"}");
    }

    static long fen(String yuan) {
        return Long.parseLong(yuan.replace(".", ""));
    }

    /** What a person is recognised for, filed by one of the county and approved by another. */
    static void recognised(String county, UUID person, String from, String details) {
        String id = post(as(Tokens.staff("county_reviewer", "reviewer", county)), "filings", key(), """
                        {"person": {"personId": "%s"}, "validFrom": "%s", "details": {%s}}
                        """.formatted(
                                person, from, details))
                .statusCode(201)
                .extract()
                .path("id");
        as(Tokens.staff("county_approver", "approver", county))
                .body("{\"opinion\": \"同意\"}")
                .post(BASE + "filings/" + id + "/approval")
                .then()
                .statusCode(200);
    }
}
