package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is to be paid to a person and what is to be recovered for the same care. */
@ClaimsTest
class SetOffTest extends Care {

    private static List<String> amounts(UUID person, String state) {
        return approver()
                .get(BASE + "payouts?limit=1000&state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .path("findAll { it.personId == '" + person + "' }.amount");
    }

    private void recognised(UUID person, boolean poor) {
        if (poor) {
            feeds.category(person, "minimum_living", "2024-01-01");
        } else {
            feeds.enrollment("category", person.toString(), """
                    {"personId": "%s", "area": "360900", "recognitions": []}
                    """.formatted(person));
        }
    }

    @Test
    @DisplayName("重算应补付、尚未送银行，又重算应追回：相抵，不付也不追")
    void whatIsNotYetPaidIsSetOff() {
        var person = covered("伍某");
        settle(Bills.ofPerson(person).worked().json()).statusCode(201);
        recognised(person, true);
        RedoListTest.redoOnce(person);
        assertThat(amounts(person, "WAITING_FOR_ACCOUNT"), contains("7310.27"));

        recognised(person, false);
        RedoListTest.redoOnce(person);

        assertThat(amounts(person, "SET_OFF"), contains("7310.27"));
        assertThat(amounts(person, "WAITING_FOR_ACCOUNT"), empty());
        assertThat(amounts(person, "TO_RECOVER"), empty());
        assertThat(tables.feed(person).size(), greaterThan(0));
    }

    @Test
    @DisplayName("零星报销已因疑点追回的，重算减少的部分不再追回：合计不超过付出的")
    void whatAFindingHasRecoveredIsNotRecoveredAgain() {
        var person = covered("金某");
        var settlement = FindingTest.reimbursed(person);
        paidByTheBank();
        assertThat(amounts(person, "PAID"), contains("5640.00"));
        FindingTest.makeFinal(FindingTest.raised(settlement, "5000.00"));
        assertThat(amounts(person, "TO_RECOVER"), contains("5000.00"));

        feeds.coverage(person, 2024, "[]", "null");
        RedoListTest.redoOnce(person);

        assertThat(amounts(person, "TO_RECOVER"), containsInAnyOrder("5000.00", "640.00"));
        assertThat(amounts(person, "SET_OFF"), contains("5000.00"));
    }

    private static void paidByTheBank() {
        var finance = Tokens.staff("finance", "finance", COUNTY);
        var batch = post(as(finance), "payout-batches", key(), "{\"note\": \"一批\"}")
                .statusCode(201)
                .extract();
        int lines = batch.path("lines");
        var answers = IntStream.rangeClosed(1, lines)
                .mapToObj("{\"line\": %d, \"paid\": true}"::formatted)
                .collect(Collectors.joining(", "));
        post(
                        as(finance),
                        "payout-batches/" + batch.path("id") + "/return-file",
                        key(),
                        "{\"lines\": [" + answers + "]}")
                .statusCode(200);
    }
}
