package jumin.contribution.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jumin.contribution.elsewhere.TakeElsewhereAid;
import jumin.contribution.insured.Enrollment;
import jumin.contribution.insured.Enrollments;
import jumin.contribution.insured.Household;
import jumin.contribution.insured.Households;
import jumin.contribution.insured.IdentityLocks;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.money.PaymentPositions;
import jumin.contribution.personyear.PersonYears;
import jumin.platform.feed.Change;
import jumin.platform.feed.FeedSubscription;

/** Takes enrollment's feed in: who is there, recognised as what, registered how. Each change is the whole new state, in any order. */
@ApplicationScoped
public class EnrollmentFeed implements FeedSubscription {

    private static final String UNKNOWN = "-";

    private final Divisions divisions;
    private final InsuredPersons persons;
    private final IdentityLocks identities;
    private final Enrollments enrollments;
    private final PersonMoves moves;
    private final PersonMerges merges;
    private final PaymentPositions payments;
    private final PersonYears personYears;
    private final PageLocks locks;
    private final TakeElsewhereAid aidElsewhere;
    private final Households households;

    EnrollmentFeed(
            Divisions divisions,
            InsuredPersons persons,
            IdentityLocks identities,
            Enrollments enrollments,
            PersonMoves moves,
            PersonMerges merges,
            PaymentPositions payments,
            PersonYears personYears,
            PageLocks locks,
            TakeElsewhereAid aidElsewhere,
            Households households) {
        this.divisions = divisions;
        this.persons = persons;
        this.identities = identities;
        this.enrollments = enrollments;
        this.moves = moves;
        this.merges = merges;
        this.payments = payments;
        this.personYears = personYears;
        this.locks = locks;
        this.aidElsewhere = aidElsewhere;
        this.households = households;
    }

    @Override
    public String source() {
        return "enrollment";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("division", "person", "category", "enrollment", "elsewhere-aid", "household");
    }

    @Override
    public void prepare(List<Change> changes) {
        locks.take(changes);
    }

    @Override
    public void apply(Change change) {
        var payload = change.payload();
        switch (change.kind()) {
            case "division" -> divisions.put(payload);
            case "person" -> person(payload);
            case "category" -> recognitions(payload);
            case "enrollment" -> enrollment(payload);
            case "elsewhere-aid" -> aidElsewhere.take(payload);
            case "household" -> household(payload);
            default -> {
                // Enrollment may publish kinds that are for others.
            }
        }
    }

    private void person(JsonNode payload) {
        var person = new InsuredPerson(
                id(payload, "personId"),
                true,
                payload.path("area").asText(),
                payload.path("divisionPath").asText(),
                payload.path("personNo").asText(),
                payload.path("name").asText(),
                payload.path("idSealed").asText(),
                payload.path("idBlindIndex").asText(),
                payload.path("idMasked").asText(),
                payload.path("phoneMasked").asText(""),
                date(payload, "birthDate"),
                payload.path("householdId").asText(UNKNOWN),
                payload.path("status").asText(),
                id(payload.path("mergedInto")));
        var mergedBefore = persons.mergedInto(person.personId());
        var known = persons.find(person.personId()).map(InsuredPerson::idBlindIndex);
        if (!known.equals(Optional.of(person.idBlindIndex()))) {
            identities.changeIdNumber(person.idBlindIndex());
        }
        persons.put(person);
        moves.follow(person);
        payments.claimFor(person);
        if (mergedBefore.isPresent() || persons.linked(person.personId())) {
            merges.follow(person);
        }
        personYears.assessAll(person.personId());
    }

    /** From which day somebody is covered may hang on the day of recognition. */
    private void recognitions(JsonNode payload) {
        var personId = id(payload, "personId");
        persons.putRecognitions(personId, payload.path("recognitions").toString());
        personYears.assessAll(personId);
    }

    private void household(JsonNode payload) {
        households.put(new Household(
                payload.path("householdId").asText(),
                payload.path("area").asText(),
                payload.path("divisionPath").asText(),
                payload.path("houseNumber").asText(),
                id(payload.path("head"))));
    }

    private void enrollment(JsonNode payload) {
        var enrollment = new Enrollment(
                id(payload, "enrollmentId"),
                id(payload, "personId"),
                payload.path("area").asText(),
                payload.path("benefitYear").asInt(),
                payload.path("type").asText(),
                payload.path("state").asText(),
                LocalDate.parse(payload.path("registeredOn").asText()),
                date(payload, "birthDate"),
                object(payload.path("facts")),
                date(payload, "endedOn"),
                payload.path("endReason").asText(""),
                object(payload.path("subsidy")));
        var path = persons.find(enrollment.personId())
                .map(InsuredPerson::divisionPath)
                .orElse(UNKNOWN);
        enrollments.put(enrollment, path);
        personYears.assess(enrollment.personId(), enrollment.benefitYear());
    }

    private static JsonNode object(JsonNode given) {
        return given.isObject() ? given : JsonNodeFactory.instance.objectNode();
    }

    private static UUID id(JsonNode payload, String name) {
        return UUID.fromString(payload.path(name).asText());
    }

    private static Optional<UUID> id(JsonNode given) {
        return Optional.of(given.asText(""))
                .filter(text -> !text.isEmpty() && !given.isNull())
                .map(UUID::fromString);
    }

    private static Optional<LocalDate> date(JsonNode payload, String name) {
        return Optional.of(payload.path(name).asText(""))
                .filter(text -> !text.isEmpty())
                .map(LocalDate::parse);
    }
}
