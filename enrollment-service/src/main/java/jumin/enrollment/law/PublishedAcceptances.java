package jumin.enrollment.law;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jumin.platform.feed.CarriedState;
import jumin.regulation.law.AcceptedLaw;
import jumin.regulation.law.ToldAcceptances;

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
        return ToldAcceptances.of(
                carried.all(KIND).stream().map(JsonNode::toString).toList());
    }
}
