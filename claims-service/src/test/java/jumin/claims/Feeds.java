package jumin.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import jumin.claims.coverage.ContributionFeed;
import jumin.claims.insured.EnrollmentFeed;
import jumin.platform.feed.Change;
import jumin.platform.feed.FeedSubscription;
import jumin.platform.personal.PersonalData;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;

/** Feeds changes as the neighbours publish them, through this service's own subscriptions. */
@ApplicationScoped
public class Feeds {

    private final EnrollmentFeed enrollment;
    private final ContributionFeed contribution;
    private final PersonalData personal;
    private final CurrentCaller caller;
    private final ObjectMapper json;
    private final Clock clock;
    private final AtomicLong cursor = new AtomicLong();

    Feeds(
            EnrollmentFeed enrollment,
            ContributionFeed contribution,
            PersonalData personal,
            CurrentCaller caller,
            ObjectMapper json,
            Clock clock) {
        this.enrollment = enrollment;
        this.contribution = contribution;
        this.personal = personal;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    /** Somebody of a village, registered. */
    UUID person(String idNumber, String name, String divisionPath) {
        var id = UUID.randomUUID();
        person(id, idNumber, name, divisionPath);
        return id;
    }

    void person(UUID id, String idNumber, String name, String divisionPath) {
        person(id, idNumber, name, divisionPath, Optional.empty());
    }

    /** Whoever an undone import alone had brought. */
    void withdrawn(UUID id, String idNumber, String name, String divisionPath) {
        person(id, idNumber, name, divisionPath, "WITHDRAWN", Optional.empty());
    }

    /** The same record, that turned out to be somebody else's second one; or is one of its own again. */
    void person(UUID id, String idNumber, String name, String divisionPath, Optional<UUID> mergedInto) {
        person(id, idNumber, name, divisionPath, mergedInto.isPresent() ? "MERGED" : "ACTIVE", mergedInto);
    }

    private void person(
            UUID id, String idNumber, String name, String divisionPath, String status, Optional<UUID> mergedInto) {
        enrollment("person", id.toString(), """
                {"personId": "%s", "personNo": "P%s", "area": "%s", "divisionPath": "%s", "name": "%s",
                 "idType": "01", "idSealed": "%s", "idBlindIndex": "%s", "idMasked": "%s", "birthDate": "1970-05-06",
                 "sex": "1", "householdId": null, "school": "-", "status": "%s",
                 "mergedInto": %s}
                """.formatted(
                        id,
                        idNumber.substring(8),
                        divisionPath.substring(0, 6),
                        divisionPath,
                        name,
                        personal.seal(idNumber),
                        personal.blindIndex(idNumber),
                        idNumber.substring(0, 6) + "********" + idNumber.substring(14),
                        status,
                        mergedInto.map(into -> "\"" + into + "\"").orElse("null")));
    }

    void category(UUID person, String category, String from) {
        enrollment("category", person.toString(), """
                {"personId": "%s", "area": "360900", "recognitions": [{"category": "%s", "from": "%s", "to": null,
                 "organ": "MZ360902", "recordedAt": "2024-01-01T00:00:00Z"}]}
                """.formatted(person, category, from));
    }

    void covered(UUID person, int year, String from, String to) {
        coverage(person, year, """
                [{"from": "%s", "to": "%s", "state": "COVERED", "reason": "集中征缴期内缴费", "article": "第十五条"}]
                """.formatted(from, to), "null");
    }

    void coverage(UUID person, int year, String intervals, String reasonNotCovered) {
        contribution("coverage", person.toString(), """
                {"personId": "%s", "area": "360900", "benefitYear": %d, "intervals": %s, "reasonNotCovered": %s,
                 "computedAt": "2024-01-01T08:00:00+08:00", "decisionId": "%s", "lawRelease": "test@1"}
                """.formatted(
                        person, year, intervals, reasonNotCovered, UUID.randomUUID()));
    }

    void standard(int year, String contributionAmount, String income) {
        contribution("standard", "360900:" + year, """
                {"area": "360900", "benefitYear": %d, "standardId": "%s", "individualContribution": "%s",
                 "fiscalSubsidy": "670.00", "windowFrom": "%d-09-01", "windowTo": "%d-12-31", "perCapitaIncome": %s,
                 "decisionNumber": "决〔2023〕1号", "publishedAt": "2023-09-01T08:00:00+08:00"}
                """.formatted(
                        year, UUID.randomUUID(), contributionAmount, year - 1, year - 1, income));
    }

    void enrollment(String kind, String subject, String payload) {
        apply(enrollment, kind, subject, payload);
    }

    void contribution(String kind, String subject, String payload) {
        apply(contribution, kind, subject, payload);
    }

    private void apply(FeedSubscription subscription, String kind, String subject, String payload) {
        caller.callAs(Caller.service("feed"), () -> {
            QuarkusTransaction.requiringNew()
                    .run(() -> subscription.apply(new Change(
                            "e:1:" + cursor.incrementAndGet(), kind, subject, clock.instant(), tree(payload))));
            return null;
        });
    }

    private com.fasterxml.jackson.databind.JsonNode tree(String payload) {
        try {
            return json.readTree(payload);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
