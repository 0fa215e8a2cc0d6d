package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import jumin.claims.manual.ReviewClaim;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.scope.Scope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the counter is told of care that was paid or claimed where its clerk does not see, and what a list costs. */
@ClaimsTest
class ManualElsewhereTest extends Care {

    private static final String NEW_TOWNSHIP = "360900/360902/360902192/";
    private static final String CLINIC = "H36090200091";
    private static final String OTHER_COUNTY = "360900/360981/360981002/";

    @Inject
    ReviewClaim review;

    @Inject
    CurrentCaller caller;

    private static ValidatableResponse take(String division, String bill) {
        return take(division, HOSPITAL, bill);
    }

    private static ValidatableResponse take(String division, String provider, String bill) {
        return post(clerk(division), "manual-claims", key(), """
                {"provider": "%s", "documents": [%s], "relation": "SELF",
                 "payee": {"name": "郜某", "bank": "示范银行", "account": "6222020200011112222"}, "bill": %s}
                """.formatted(provider, ManualClaimTest.ALL, bill));
    }

    private static String stay(UUID person) {
        return Bills.ofPerson(person)
                .item("A-SERVICE", "100", "100", "10000.00")
                .json();
    }

    private static String visit(UUID person, String day) {
        return Bills.ofPerson(person)
                .careType("11")
                .from(day, day)
                .item("A-DRUG", "10", "10", "100.00")
                .json();
    }

    @Test
    @DisplayName("受理零星报销时全市查找：迁来的人在原乡镇、原县已结算的住院，柜台当场就知道，只说明向何处核实；查过的留痕")
    void careThatWasPaidElsewhereIsFoundAtTheCounter() {
        var number = Ids.next();
        var person = feeds.person(number, "郜某", VILLAGE);
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
        String paid = settle(stay(person)).statusCode(201).extract().path("number");

        feeds.person(person, number, "郜某", NEW_TOWNSHIP + "360902192201/");
        take(NEW_TOWNSHIP, stay(person))
                .statusCode(409)
                .body("code", equalTo("CARE_ALREADY_CLAIMED"))
                .body("detail", containsString("核实"), "detail", not(containsString(paid)))
                .body("detail", not(containsString("10000")), "detail", not(containsString("I21")));
        feeds.person(person, number, "郜某", OTHER_COUNTY + "360981002201/");
        take(OTHER_COUNTY, stay(person)).statusCode(409).body("detail", not(containsString(paid)));
        take(NEW_TOWNSHIP, stay(person)).statusCode(422).body("code", equalTo("PERSON_NOT_IDENTIFIED"));

        assertThat(tables.trail("care-elsewhere", person), is(2L));
        take(
                        OTHER_COUNTY,
                        Bills.ofPerson(person)
                                .week(3)
                                .item("A-DRUG", "10", "10", "100.00")
                                .json())
                .statusCode(201)
                .body("notices", empty());
        assertThat(tables.trail("care-elsewhere", person), is(2L));
    }

    @Test
    @DisplayName("同日的门诊在别处已结算：可以受理，受理时就提示向何处核实")
    void aVisitElsewhereIsANotice() {
        var number = Ids.next();
        var person = feeds.person(number, "郜某", VILLAGE);
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
        post(admin(), "providers", key(), """
                {"code": "%s", "name": "石桥村卫生室", "divisionPath": "%s", "level": "village", "kind": "village",
                 "traditional": false, "agreements": [{"qualification": "OUTPATIENT", "validFrom": "2024-01-01", "decision": "协议"}]}
                """.formatted(CLINIC, VILLAGE)).statusCode(201);
        String paid = post(hospital(CLINIC), "settlements", key(), visit(person, "2024-03-11"))
                .statusCode(201)
                .extract()
                .path("number");
        feeds.person(person, number, "郜某", NEW_TOWNSHIP + "360902192201/");

        String claim = take(NEW_TOWNSHIP, CLINIC, visit(person, "2024-03-11"))
                .statusCode(201)
                .body("notices", hasItem(containsString("核实")))
                .extract()
                .path("id");
        clerk(NEW_TOWNSHIP)
                .get(BASE + "manual-claims/" + claim)
                .then()
                .statusCode(200)
                .body("notices", hasItem(containsString("请向该处经办机构核实")))
                .body("notices", not(hasItem(containsString(paid))));
        reviewer()
                .get(BASE + "manual-claims/" + claim)
                .then()
                .statusCode(200)
                .body("notices", hasItem(containsString(paid)));
    }

    @Test
    @DisplayName("清单不逐行查库：件数多少，语句数一样；同日另有就诊的照样提示")
    void aListAsksTheSameNumberOfTimesHoweverLong() {
        var few = claims("郜某", 2);
        var many = claims("郜某", 6);
        var two = asked(few, 2);
        assertThat(two, greaterThan(0));
        assertThat(asked(many, 6), is(two));
        clerk(TOWNSHIP)
                .get(BASE + "manual-claims?person=" + many)
                .then()
                .body("notices.flatten()", hasSize(6))
                .body("notices.flatten()", everyItem(containsString("另一次就诊")));
    }

    /** Visits of one day, each of which is perhaps another one's. */
    private UUID claims(String name, int number) {
        var person = covered(name);
        for (var i = 0; i < number; i++) {
            take(TOWNSHIP, visit(person, "2024-03-1" + i / 2)).statusCode(201);
        }
        return person;
    }

    private int asked(UUID person, int claims) {
        var clerk = new Caller("clerk", "经办", Set.of(Roles.TOWNSHIP_CLERK), Scope.ofDivision(TOWNSHIP));
        return caller.callAs(
                clerk, () -> Statements.during(() -> assertThat(review.of(new PersonId(person)), hasSize(claims))));
    }
}
