package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 分账: what was written in a county's book stays there, whoever moves; in a city of its own, with a month long past. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class MovedBooksTest {

    private static final String CITY = "990100/";
    private static final String COUNTY = "990100/990101/";
    private static final String OTHER_COUNTY = "990100/990102/";

    @Inject
    World world;

    @Inject
    DatabaseOwner owner;

    private static ValidatableResponse balance(String division, String more) {
        return World.as("finance", "finance", division)
                .get(ROOT + "ledger/trial-balance?" + more)
                .then()
                .statusCode(200)
                .rootPath("accounts.find { it.account == 'RECEIVABLE' }");
    }

    private static ValidatableResponse postings(String division) {
        return World.as("finance", "finance", division)
                .get(ROOT + "ledger/postings?account=RECEIVABLE&period=2020-01")
                .then()
                .statusCode(200);
    }

    private static void close(String login) {
        World.as("finance", login, CITY)
                .post(ROOT + "ledger/periods/2020-01/closure")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("参保人迁到别县，原县已结账的月份和各年的试算表都不变；看不到的明细说明有几笔、多少钱")
    void aClosedMonthStaysWhenSomebodyMoves() {
        var person = World.somebody();
        world.person(person, COUNTY + "990101100/990101100201/");
        owner.run("""
                insert into posting (area, division_path, organ, person_id, benefit_year, account_from, account_to,
                       amount_fen, reason, ref, occurred_on, recorded_at)
                values ('990100', '%s990101100/990101100201/', '-', '%s', 2020, 'CONTRIBUTION_INCOME', 'RECEIVABLE',
                       38000, 'LEVIED', '%s', '2020-01-15', '2020-01-15T10:00:00+08')
                """.formatted(COUNTY, person.id(), UUID.randomUUID()));
        close("finance");
        close("finance2");
        balance(COUNTY, "period=2020-01").body("movedIn", equalTo("380.00"));
        postings(COUNTY).body("items", hasSize(1)).body("movedAway", nullValue());

        world.person(person, OTHER_COUNTY + "990102100/990102100201/");

        balance(COUNTY, "period=2020-01").body("movedIn", equalTo("380.00")).body("balance", equalTo("380.00"));
        balance(COUNTY, "benefitYear=2020").body("balance", equalTo("380.00"));
        balance(OTHER_COUNTY, "period=2020-01").body("movedIn", equalTo("0.00"));
        balance(CITY, "period=2020-01").body("movedIn", equalTo("380.00"));
        postings(COUNTY)
                .body("items", empty())
                .body("movedAway.postings", equalTo(1))
                .body("movedAway.movedIn", equalTo("380.00"));
        postings(OTHER_COUNTY).body("items", empty()).body("movedAway", nullValue());
        postings(CITY).body("items", hasSize(1)).body("movedAway", nullValue());
    }
}
