package jumin.enrollment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jumin.enrollment.standard.ContributionFeed;
import jumin.platform.feed.Change;
import jumin.platform.scope.CurrentCaller;

/** Lets contribution's standard, and payments, arrive as its feed would bring them. */
@ApplicationScoped
public class Standard2024 {

    private final ContributionFeed feed;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    Standard2024(ContributionFeed feed, CurrentCaller caller, ObjectMapper json) {
        this.feed = feed;
        this.caller = caller;
        this.json = json;
    }

    /** For a year in which no other test enrolls anybody. */
    public void published(int benefitYear, String contribution) throws JsonProcessingException {
        published("360900", benefitYear, contribution);
    }

    public void published(String area, int benefitYear, String contribution) throws JsonProcessingException {
        var payload = json.readTree("""
                {"area": "%4$s", "benefitYear": %1$d, "standardId": "S-%1$d-%2$s", "individualContribution": "%2$s",
                 "fiscalSubsidy": "640.00", "windowFrom": "%3$d-09-15", "windowTo": "%1$d-02-28", "perCapitaIncome": null,
                 "decisionNumber": "宜医保〔%3$d〕1号", "publishedAt": "%3$d-09-01T09:00:00+08:00"}
                """.formatted(benefitYear, contribution, benefitYear - 1, area));
        arrive(new Change("e:1:1", "standard", area + ":" + benefitYear, Instant.EPOCH, payload));
    }

    /** A payment, as contribution tells of it. */
    public void paid(String person, int benefitYear, String payment) throws JsonProcessingException {
        tell(person, benefitYear, payment, "null");
    }

    public void reversed(String person, int benefitYear, String payment) throws JsonProcessingException {
        tell(person, benefitYear, UUID.randomUUID().toString(), "\"" + payment + "\"");
    }

    /** The area's law, a draft, is accepted from 2024 on. */
    public void accepted(String area) throws JsonProcessingException {
        var payload = json.readTree("""
                {"area": "%s", "from": "2024-01-01", "rule": "", "decisionNumber": "廊医保〔2023〕9号"}
                """.formatted(area));
        arrive(new Change("e:1:3", "acceptance", area + ":", Instant.EPOCH, payload));
    }

    /** A refund that ended an enrollment, ordered or withdrawn. */
    public void refunded(String refund, String person, String enrollment, String state) throws JsonProcessingException {
        var payload = json.readTree(
                """
                {"refundId": "%s", "personId": "%s", "enrollmentId": %s, "area": "360900", "benefitYear": 2024,
                 "cause": "employee_insurance", "eventDate": "2023-11-01", "state": "%s", "on": "2023-11-20"}
                """.formatted(refund, person, enrollment.isEmpty() ? "null" : "\"" + enrollment + "\"", state));
        arrive(new Change("e:1:4", "refund", person, Instant.EPOCH, payload));
    }

    /** Covered all the year, as contribution tells of it; told by a contribution that is not reached in tests. */
    public void covered(String person, int benefitYear) throws JsonProcessingException {
        var payload = json.readTree("""
                {"personId": "%1$s", "area": "360900", "benefitYear": %2$d, "intervals": [
                  {"from": "%2$d-01-01", "to": "%2$d-12-31", "state": "COVERED", "reason": "按时缴费", "article": "第十五条"}],
                 "computedAt": "2024-01-05T09:00:00+08:00", "decisionId": "%1$s", "lawRelease": "x", "changed": [],
                 "continuousYears": 1}
                """.formatted(person, benefitYear));
        arrive(new Change("e:1:5", "coverage", person, Instant.EPOCH, payload));
    }

    /** Covered from a day on, after waiting since the year began. */
    public void coveredFrom(String person, int benefitYear, String from) throws JsonProcessingException {
        var payload = json.readTree(
                """
                {"personId": "%1$s", "area": "360900", "benefitYear": %2$d, "intervals": [
                  {"from": "%2$d-01-01", "to": "%4$s", "state": "WAITING", "reason": "等待期", "article": "第十五条"},
                  {"from": "%3$s", "to": "%2$d-12-31", "state": "COVERED", "reason": "逾期缴费", "article": "第十五条"}],
                 "computedAt": "2024-01-05T09:00:00+08:00", "decisionId": "%1$s", "lawRelease": "x", "changed": [],
                 "continuousYears": 0}
                """.formatted(person, benefitYear, from, LocalDate.parse(from).minusDays(1)));
        arrive(new Change("e:1:6", "coverage", person, Instant.EPOCH, payload));
    }

    private void tell(String person, int benefitYear, String payment, String reverses) throws JsonProcessingException {
        var payload = json.readTree("""
                {"paymentId": "%s", "personId": "%s", "area": "360900", "benefitYear": %d, "reverses": %s}
                """.formatted(payment, person, benefitYear, reverses));
        arrive(new Change("e:1:2", "payment", person, Instant.EPOCH, payload));
    }

    private void arrive(Change change) {
        caller.callAsService(() -> {
            QuarkusTransaction.requiringNew().run(() -> feed.apply(change));
            return null;
        });
    }
}
