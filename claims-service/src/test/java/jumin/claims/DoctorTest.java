package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class DoctorTest extends Care {

    private static String bill(Object person, String doctor) {
        return Bills.ofPerson(person)
                .item("A-DRUG", "10", "100", "1000.00")
                .json()
                .replace("\"lineNo\": 1,", "\"lineNo\": 1, \"doctor\": \"" + doctor + "\",");
    }

    @Test
    @DisplayName("医保医师按费用当日的状态核对：没有资格的列为待核实，不自动拒付")
    void aDoctorIsJudgedOnTheDayOfTheLine() {
        reviewer()
                .body("""
                      [{"code": "D1", "name": "张医生", "validFrom": "2024-01-01", "validTo": "2024-02-29", "decision": "登记1号"},
                       {"code": "D2", "name": "王医生", "validFrom": "2024-01-01", "decision": "登记2号"}]""")
                .put(BASE + "providers/" + HOSPITAL + "/doctors")
                .then()
                .statusCode(200)
                .body("written", equalTo(2));
        var person = covered("俞某");

        preSettle(bill(person, "D2")).statusCode(200).body("unverified", empty());
        preSettle(bill(person, "D1"))
                .statusCode(200)
                .body("outcome", equalTo("PAID"), "unverified[0]", containsString("D1 于 2024-03-02"));
        preSettle(bill(person, "D9")).body("unverified", hasSize(1));
        reviewer()
                .get(BASE + "providers/" + HOSPITAL + "/doctors?after=D1")
                .then()
                .statusCode(200)
                .body("code", hasItem("D2"), "code", not(hasItem("D1")));
        for (var wrong : java.util.List.of(
                "{\"code\": \"D3\", \"name\": \"李\", \"validFrom\": \"2024-03-01\", \"validTo\": \"2024-02-29\", \"decision\": \"1\"}",
                "{\"code\": \"D2\", \"name\": \"王\", \"validFrom\": \"2024-01-01\", \"decision\": \"1\"}")) {
            reviewer()
                    .body("[{\"code\": \"D2\", \"name\": \"王\", \"validFrom\": \"2024-01-01\", \"decision\": \"1\"}, "
                            + wrong + "]")
                    .put(BASE + "providers/" + HOSPITAL + "/doctors")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", startsWith("/1/"));
        }
        hospital().get(BASE + "providers/" + HOSPITAL + "/doctors").then().statusCode(200);
        as(jumin.testing.Tokens.staff("auditor", "auditor", COUNTY))
                .get(BASE + "audit-events?limit=1000&subject=" + HOSPITAL + "&actor=hospital-" + HOSPITAL)
                .then()
                .body("items.what", hasItem("insurance-doctors"));
        hospital("H36090299999")
                .get(BASE + "providers/" + HOSPITAL + "/doctors")
                .then()
                .statusCode(403);
        as(jumin.testing.Tokens.staff("county_reviewer", "reviewer", "360900/360999/"))
                .body("[{\"code\": \"D1\", \"name\": \"张\", \"validFrom\": \"2024-01-01\", \"decision\": \"1\"}]")
                .put(BASE + "providers/" + HOSPITAL + "/doctors")
                .then()
                .statusCode(403);
    }
}
