package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever has paid already is not dunned: money in suspense stands beside what is open, on the list, the bill and the notice. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class WaitingMoneyTest {

    @Inject
    World world;

    @BeforeEach
    void open() {
        world.opened();
    }

    private static void pay(Map<String, Object> payment) {
        World.tax().body(payment).post(ROOT + "payments").then().statusCode(200);
    }

    private static ValidatableResponse line(World.Person person) {
        var after = "";
        while (true) {
            var page = World.clerk()
                    .queryParam("after", after)
                    .get(ROOT + "arrears?benefitYear=2024&limit=500&division=" + World.VILLAGE)
                    .then()
                    .statusCode(200);
            List<String> persons = page.extract().path("items.personId");
            String next = page.extract().path("next");
            if (persons.contains(person.id().toString()) || next == null) {
                return page.rootPath("items.find { it.personId == '" + person.id() + "' }");
            }
            after = next;
        }
    }

    @Test
    @DisplayName("所报姓名不符而无人认领、但证件号码是此人的：清单和应缴单写明暂存款，尚欠不变；归属后清单上没有此人")
    void moneyThatNamesThePersonsNumber() {
        var person = world.villager();
        var payment = new HashMap<>(World.payment(person, "380.00", "2023-11-02"));
        payment.put("name", "另一人");
        pay(payment);
        line(person)
                .body("openAmount", equalTo("380.00"), "paidAmount", equalTo("0.00"))
                .body("waiting.size()", equalTo(1), "waiting[0].state", equalTo("SAME_ID"))
                .body("waiting[0].amount", equalTo("380.00"), "waiting[0].whatToDo", containsString("不催缴"));
        World.clerk()
                .get(ROOT + "households/" + person.household() + "/bill?benefitYear=2024")
                .then()
                .statusCode(200)
                .body("members.find { it.personId == '" + person.id() + "' }.waiting.state", hasItem("SAME_ID"))
                .body("members.find { it.personId == '" + person.id() + "' }.openAmount", equalTo("380.00"));
        World.as("county_reviewer", "reviewer", World.COUNTY)
                .body(Map.of("personId", person.id().toString(), "note", "已核对户口簿"))
                .post(ROOT + "payments/" + payment.get("voucherNo") + "/assignment")
                .then()
                .statusCode(200);
        World.clerk()
                .get(ROOT + "arrears?benefitYear=2024&limit=500&division=" + World.VILLAGE)
                .then()
                .body("items.personId", not(hasItem(person.id().toString())));
    }

    @Test
    @DisplayName("征缴期前已缴：清单写明待县级认可；没有暂存款的为空")
    void moneyBeforeTheWindow() {
        var person = world.villager();
        line(person).body("waiting", equalTo(List.of()));
        pay(World.payment(person, "380.00", "2023-08-02"));
        line(person)
                .body("waiting.state", equalTo(List.of("BEFORE_WINDOW")), "waiting[0].payments", equalTo(1))
                .body("openAmount", equalTo("380.00"));
    }
}
