package jumin.enrollment.move;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.otherClerk;
import static jumin.enrollment.Demo.person;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jumin.enrollment.Calls;
import jumin.enrollment.Demo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HouseholdTransferTest {

    private Family family;

    @BeforeEach
    void aFamily() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        family = Family.inTheVillage();
        Demo.clockAt("2024-03-10T09:00:00");
    }

    private String proposed() {
        return proposed("2024-03-01");
    }

    private String proposed(String on) {
        return post(
                        clerk(),
                        Map.of(
                                "householdId",
                                family.household(),
                                "toDivisionCode",
                                Demo.OTHER_VILLAGE,
                                "on",
                                on,
                                "reason",
                                "易地搬迁"),
                        "/household-transfers")
                .statusCode(201)
                .body("members.state", hasItem("PROPOSED"))
                .extract()
                .path("householdTransferId");
    }

    @Test
    @DisplayName("整户申请、一次接收：全户迁去，户主仍是户主，关系不变；随户迁移的不能单独接收或撤回")
    void aFamilyMovesAsOne() {
        var transfer = proposed();
        String single = get(otherClerk(), "/transfers?size=100")
                .body("items.findAll { it.householdTransferId == '" + transfer + "' }.personId", hasItem(family.head()))
                .extract()
                .path("items.find { it.personId == '" + family.son() + "' }.transferId");
        var alone = Map.<String, Object>of("houseNumber", Demo.houseNumber(), "relation", "HEAD");
        post(otherClerk(), alone, "/transfers/{id}/acceptance", single)
                .statusCode(409)
                .body("code", equalTo("TRANSFER_OF_HOUSEHOLD"));
        post(clerk(), Map.of("reason", "误报"), "/transfers/{id}/withdrawal", single)
                .statusCode(409);
        var number = Demo.houseNumber();
        post(clerk(), Map.of("houseNumber", number), "/household-transfers/{id}/acceptance", transfer)
                .statusCode(404);

        post(otherClerk(), Map.of("houseNumber", number), "/household-transfers/{id}/acceptance", transfer)
                .statusCode(200)
                .body("members.state", not(hasItem("PROPOSED")));

        get(clerk(), "/persons/{id}", family.head()).statusCode(404);
        String household = get(otherClerk(), "/persons/{id}", family.head())
                .statusCode(200)
                .extract()
                .path("householdId");
        get(otherClerk(), "/households/{id}", household)
                .body("members.person.personId", hasItems(family.head(), family.son()))
                .body("members.find { it.person.personId == '" + family.head() + "' }.relationName", equalTo("户主"))
                .body("members.find { it.person.personId == '" + family.son() + "' }.relationName", equalTo("子"));
        get(clerk(), "/households/{id}", family.household()).body("members", hasSize(0));
        post(otherClerk(), Map.of("houseNumber", number), "/household-transfers/{id}/acceptance", transfer)
                .statusCode(409)
                .body("code", equalTo("TRANSFER_DECIDED"));
    }

    @Test
    @DisplayName("迁往本村、早于入户之日的，申请时即拒绝，单人和整户一样")
    void whatCannotBeAcceptedIsNotProposed() {
        var home =
                new HashMap<String, Object>(Map.of("toDivisionCode", Demo.VILLAGE, "on", "2024-03-01", "reason", "误填"));
        var early = new HashMap<String, Object>(
                Map.of("toDivisionCode", Demo.OTHER_VILLAGE, "on", "1900-01-01", "reason", "误填"));
        for (var wanted : List.of(home, early)) {
            wanted.put("householdId", family.household());
        }
        post(clerk(), home, "/household-transfers").statusCode(400).body("code", equalTo("CHANGE_EMPTY"));
        post(clerk(), early, "/household-transfers").statusCode(422).body("code", equalTo("CHANGE_BEFORE_LAST"));
        for (var wanted : List.of(home, early)) {
            wanted.remove("householdId");
            wanted.put("personId", family.son());
        }
        post(clerk(), home, "/transfers").statusCode(400).body("errors[0].pointer", equalTo("/toDivisionCode"));
        post(clerk(), early, "/transfers").statusCode(422).body("errors[0].pointer", equalTo("/on"));
        get(otherClerk(), "/transfers?size=100").body("items.personId", not(hasItem(family.son())));
    }

    @Test
    @DisplayName("申请之后有人入户，户主一走便没有户主：接收时说明由迁出地撤回重提；重提后全户迁去")
    void whoJoinedMeanwhileGoesWithANewProposal() {
        Demo.clockAt("2023-11-10T09:00:00");
        var transfer = proposed("2023-11-01");
        var child = person("郑幼", idNumber(LocalDate.of(2020, 2, 3), true));
        child.put("houseNumber", family.houseNumber());
        child.put("relation", "SON");
        Calls.registered(child);
        var into = Map.<String, Object>of("houseNumber", Demo.houseNumber());

        post(otherClerk(), into, "/household-transfers/{id}/acceptance", transfer)
                .statusCode(422)
                .body("code", equalTo("MEMBERS_DIFFER"))
                .body("detail", containsString("撤回后重新提出"));

        post(clerk(), Map.of("reason", "添人"), "/household-transfers/{id}/withdrawal", transfer)
                .statusCode(200);
        post(otherClerk(), into, "/household-transfers/{id}/acceptance", proposed("2023-11-10"))
                .statusCode(200)
                .body("members", hasSize(4));
    }

    @Test
    @DisplayName("整户可退回、可撤回，之后可再申请；有成员已另有迁移申请的，先处理该申请")
    void aFamilyMayStay() {
        post(otherClerk(), Map.of("reason", "本村没有此户"), "/household-transfers/{id}/refusal", proposed())
                .statusCode(200);
        var again = proposed();
        post(otherClerk(), Map.of("reason", "报错"), "/household-transfers/{id}/withdrawal", again)
                .statusCode(404);
        post(clerk(), Map.of("reason", "报错"), "/household-transfers/{id}/withdrawal", again)
                .statusCode(200)
                .body("members.state", not(hasItem("PROPOSED")));
        get(clerk(), "/persons/{id}", family.head()).statusCode(200).body("householdId", equalTo(family.household()));
        proposed();
        Calls.post(
                        clerk(),
                        Map.of(
                                "householdId",
                                family.household(),
                                "toDivisionCode",
                                Demo.OTHER_VILLAGE,
                                "on",
                                "2024-03-01",
                                "reason",
                                "重复"),
                        "/household-transfers")
                .statusCode(409)
                .body("code", equalTo("TRANSFER_OPEN"));
    }
}
