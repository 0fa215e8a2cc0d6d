package jumin.contribution.elsewhere;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.regulation.Money;

/**
 * 异地参保的资助 as enrollment tells it. Granted: it is owed to the person, and the department owes it. Withdrawn: what is not paid is
 * dropped, what is paid is to be recovered. A claim that is withdrawn never stands again, so telling it all over changes nothing.
 */
@ApplicationScoped
public class TakeElsewhereAid {

    private final AidPayouts payouts;
    private final AidPostings postings;
    private final InsuredPersons persons;

    TakeElsewhereAid(AidPayouts payouts, AidPostings postings, InsuredPersons persons) {
        this.payouts = payouts;
        this.postings = postings;
        this.persons = persons;
    }

    /** A change of kind {@code elsewhere-aid}: the whole claim as it stands. */
    public void take(JsonNode claim) {
        var id = UUID.fromString(claim.path("claimId").asText());
        var granted =
                payouts.add(id, whose(claim), Money.yuan(claim.path("amount").asText()), grounds(claim));
        var payout = payouts.lock(id).orElseThrow();
        if (granted) {
            postings.granted(payout);
        }
        if (claim.path("state").asText().equals("WITHDRAWN") && payout.state().stands()) {
            withdraw(payout);
        }
    }

    private void withdraw(AidPayout payout) {
        postings.withdrawn(payout);
        if (payout.state().wasPaid()) {
            postings.toRecover(payout);
            payouts.move(payout.claimId(), AidPayout.State.TO_RECOVER, payout.note());
            return;
        }
        payouts.move(payout.claimId(), AidPayout.State.WITHDRAWN, payout.note());
    }

    /** Where the person is by what is known here, as with every other row of a person. */
    private AidPayout.Whose whose(JsonNode claim) {
        var personId = UUID.fromString(claim.path("personId").asText());
        return new AidPayout.Whose(
                claim.path("area").asText(),
                persons.find(personId)
                        .map(InsuredPerson::divisionPath)
                        .orElse(claim.path("divisionPath").asText()),
                personId,
                claim.path("benefitYear").asInt());
    }

    private static AidPayout.Grounds grounds(JsonNode claim) {
        return new AidPayout.Grounds(
                claim.path("category").asText(""),
                claim.path("payer").asText(""),
                StreamSupport.stream(claim.path("articles").spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("、")));
    }
}
