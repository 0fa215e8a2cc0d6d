package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class DepartmentNameTest extends Care {

    @Test
    @DisplayName("结算单：认定部门印名称（区划加部门）；没有登记的照印代码并注明")
    void whoRecognisedIsNamed() {
        feeds.enrollment("division", "360902", """
                {"code": "360902", "parent": "360900", "name": "袁州区", "level": "COUNTY", "path": "360900/360902/"}
                """);
        var person = covered("名某");
        feeds.enrollment("category", person.toString(), """
                {"personId": "%s", "area": "360900", "recognitions": [
                  {"category": "minimum_living", "from": "2024-01-01", "to": null, "organ": "MZ360902", "recordedAt": "2024-01-01T00:00:00Z"},
                  {"category": "orphan", "from": "2024-01-01", "to": null, "organ": "QT360902", "recordedAt": "2024-01-01T00:00:00Z"},
                  {"category": "special_hardship", "from": "2024-01-01", "to": null, "organ": "MZ369999", "recordedAt": "2024-01-01T00:00:00Z"}]}
                """.formatted(person));
        String id = settle(Bills.ofPerson(person).worked().json()).extract().path("settlementId");

        hospital()
                .get(BASE + "settlements/" + id + "/statement")
                .then()
                .statusCode(200)
                .body("person.categories.find { it.code == 'minimum_living' }.organ", equalTo("MZ360902"))
                .body("person.categories.find { it.code == 'minimum_living' }.organName", equalTo("袁州区民政局"))
                .body("person.categories.find { it.code == 'orphan' }.organName", equalTo("QT360902（部门名称未登记）"))
                .body(
                        "person.categories.find { it.code == 'special_hardship' }.organName",
                        equalTo("MZ369999（部门名称未登记）"));
    }
}
