package jumin.claims.law;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import jumin.platform.feed.CarriedState;
import jumin.regulation.law.Acceptance;
import jumin.regulation.law.AcceptedLaw;
import jumin.regulation.law.AcceptedMinimum;

/** 规定的确认 as contribution published them: drafts, and least values that are an area's own. */
@ApplicationScoped
public class PublishedAcceptances {

    private static final String KIND = "acceptance";

    private final CarriedState carried;

    PublishedAcceptances(CarriedState carried) {
        this.carried = carried;
    }

    /** The feed's subject tells the area and the rule, so a new decision takes the place of the one before. */
    public void take(String subject, JsonNode acceptance) {
        carried.put(KIND, subject, acceptance);
    }

    AcceptedLaw.Acceptances inForce() {
        var all = carried.all(KIND);
        return new AcceptedLaw.Acceptances(
                all.stream()
                        .filter(one -> one.hasNonNull("from"))
                        .map(one -> new Acceptance(
                                text(one, "area"), LocalDate.parse(text(one, "from")), text(one, "decisionNumber")))
                        .toList(),
                all.stream()
                        .filter(one -> !text(one, "rule").isEmpty())
                        .map(one ->
                                new AcceptedMinimum(text(one, "area"), text(one, "rule"), text(one, "decisionNumber")))
                        .toList());
    }

    private static String text(JsonNode payload, String field) {
        return payload.path(field).asText();
    }
}
