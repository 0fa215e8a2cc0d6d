package jumin.contribution;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import jumin.contribution.intake.EnrollmentFeed;
import jumin.platform.feed.Change;
import jumin.platform.personal.PersonalData;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.testing.Tokens;

/** A small invented world: what enrollment's feed would bring, and the callers of each role. */
@ApplicationScoped
public class World {

    public static final String ROOT = "/api/contribution/v1/";
    public static final String AREA = "360900";
    public static final String COUNTY = "360900/360902/";
    public static final String TOWNSHIP = "360900/360902/360902199/";
    public static final String VILLAGE = "360900/360902/360902199/360902199201/";
    public static final String OTHER_TOWNSHIP = "360900/360902/360902198/";
    public static final String OTHER_VILLAGE = "360900/360902/360902198/360902198201/";
    public static final String OTHER_COUNTY = "360900/360981/";
    public static final String OTHER_COUNTY_VILLAGE = "360900/360981/360981100/360981100201/";
    public static final String ORGAN = "13609020000";
    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime() % 1_000_000);

    private final EnrollmentFeed feed;
    private final PersonalData personalData;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    World(EnrollmentFeed feed, PersonalData personalData, CurrentCaller caller, ObjectMapper json) {
        this.feed = feed;
        this.personalData = personalData;
        this.caller = caller;
        this.json = json;
    }

    /** Money of a later year is paid in later days: who moves the clock puts it right again with {@link #now}. */
    public void at(LocalDate day) {
        moveTo(day.atTime(12, 0));
    }

    public void now() {
        moveTo(LocalDateTime.now(ZoneId.of("Asia/Shanghai")));
    }

    private static void moveTo(LocalDateTime moment) {
        as("system_admin", "admin", "360900/")
                .body(Map.of("now", moment.toString()))
                .put(ROOT + "clock")
                .then()
                .statusCode(200);
    }

    /** Somebody of the village; {@code enrollment} is what is registered. */
    public record Person(UUID id, UUID enrollment, String idNumber, String no, String household) {}

    public static long next() {
        return NUMBER.incrementAndGet();
    }

    public static Person somebody() {
        var number = next();
        return new Person(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "36090219800101%04d".formatted(number % 10_000) + number,
                "P" + number,
                UUID.randomUUID().toString());
    }

    public void person(Person person, String divisionPath) {
        person(person, divisionPath, "\"ACTIVE\"");
    }

    /** 合并: of two records the second is kept. */
    public void merged(Person person, Person into) {
        person(person, VILLAGE, "\"MERGED\",\"mergedInto\":\"" + into.id() + "\"");
    }

    /** 合并, as it stands in enrollment's feed. */
    public Change mergedChange(Person person, Person into) {
        return personChange("test:1:1", person, VILLAGE, "\"MERGED\",\"mergedInto\":\"" + into.id() + "\"");
    }

    private void person(Person person, String divisionPath, String status) {
        apply(personChange("test:1:1", person, divisionPath, status));
    }

    /** As it stands in enrollment's feed at a place. */
    public Change personChange(String cursor, Person person, String divisionPath) {
        return personChange(cursor, person, divisionPath, "\"ACTIVE\"");
    }

    private Change personChange(String cursor, Person person, String divisionPath, String status) {
        return change(cursor, "person", person.id().toString(), """
                {"personId":"%s","personNo":"%s","area":"360900","divisionPath":"%s","name":"测试甲","idType":"01",
                 "idSealed":"%s","idBlindIndex":"%s","idMasked":"360902********0001","birthDate":"1980-01-01","sex":"1",
                 "householdId":"%s","school":null,"status":%s}
                """.formatted(
                        person.id(),
                        person.no(),
                        divisionPath,
                        personalData.seal(person.idNumber()),
                        personalData.blindIndex(person.idNumber()),
                        person.household(),
                        status));
    }

    /** Somebody new of the village, registered for 2024. */
    public Person villager() {
        var person = somebody();
        person(person, VILLAGE);
        enrolled(person);
        return person;
    }

    /** Registers for 2024, not subsidised. */
    public void enrolled(Person person) {
        enrollment(person, 2024, "ordinary", NOT_SUBSIDISED, "ENROLLED", "");
    }

    public static final String NOT_SUBSIDISED = "{\"tier\":\"none\",\"articles\":[],\"payer\":null,\"category\":null}";
    public static final String MINIMUM_LIVING =
            "{\"tier\":\"fixed\",\"articles\":[\"第十三条\"],\"payer\":\"finance\",\"category\":\"minimum_living\"}";

    public void enrollment(Person person, int year, String type, String subsidy, String state, String end) {
        apply(enrollmentChange("test:1:1", person, year, type, subsidy, state, end));
    }

    /** For 2024, as it stands in enrollment's feed at a place. */
    public Change enrollmentChange(String cursor, Person person, String subsidy, String state, String end) {
        return enrollmentChange(cursor, person, 2024, "ordinary", subsidy, state, end);
    }

    private Change enrollmentChange(
            String cursor, Person person, int year, String type, String subsidy, String state, String end) {
        return change(cursor, "enrollment", person.id().toString(), """
                {"enrollmentId":"%s","personId":"%s","area":"360900","benefitYear":%d,"type":"%s","state":"%s",
                 "registeredOn":"2023-10-10","birthDate":"1980-01-01","facts":{},"subsidy":%s %s}
                """.formatted(
                        person.enrollment(),
                        person.id(),
                        year,
                        type,
                        state,
                        subsidy,
                        end.isEmpty() ? ",\"endedOn\":null,\"endReason\":null" : "," + end));
    }

    /** Not subsidised, in force, with further facts. */
    public void enrollment(Person person, int year, String type, String birthDate, String facts) {
        apply("enrollment", person.id().toString(), """
                {"enrollmentId":"%s","personId":"%s","area":"360900","benefitYear":%d,"type":"%s","state":"ENROLLED",
                 "registeredOn":"%s","birthDate":"%s","facts":%s,"subsidy":%s,"endedOn":null,"endReason":null}
                """.formatted(
                        person.enrollment(),
                        person.id(),
                        year,
                        type,
                        type.equals("newborn") ? birthDate : (year - 1) + "-10-10",
                        birthDate,
                        facts,
                        NOT_SUBSIDISED));
    }

    /** As the feed inbox does it: with the rights of the service, in one transaction. */
    public void apply(String kind, String subject, String payload) {
        apply(change("test:1:1", kind, subject, payload));
    }

    private void apply(Change change) {
        page(change);
    }

    /** All in one transaction, as the feed inbox does it. */
    public void page(Change... changes) {
        caller.callAs(Caller.service("feed"), () -> {
            QuarkusTransaction.requiringNew().run(() -> {
                feed.prepare(List.of(changes));
                List.of(changes).forEach(feed::apply);
            });
            return null;
        });
    }

    private Change change(String cursor, String kind, String subject, String payload) {
        try {
            JsonNode tree = json.readTree(payload);
            return new Change(cursor, kind, subject, Instant.EPOCH, tree);
        } catch (com.fasterxml.jackson.core.JsonProcessingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** A published standard, a tax organ, and collection opened for 2024. Repeating it does no harm. */
    public void opened() {
        standard(2024, "380.00", "2023-09-15", "2024-02-29");
        organ();
        as("finance", "finance", "360900/")
                .header("Idempotency-Key", "open-2024")
                .body(Map.of("area", AREA, "benefitYear", 2024))
                .post(ROOT + "levy-runs")
                .then()
                .statusCode(202);
    }

    /** Collection for another year, of which a standard is published. */
    public void collects(int year) {
        as("finance", "finance", "360900/")
                .header("Idempotency-Key", "open-" + year)
                .body(Map.of("area", AREA, "benefitYear", year))
                .post(ROOT + "levy-runs")
                .then()
                .statusCode(202);
    }

    public void organ() {
        as("system_admin", "admin", "360900/")
                .body(Map.of("organ", ORGAN, "name", "示范区税务局", "divisionPath", COUNTY))
                .post(ROOT + "tax-organs")
                .then()
                .statusCode(200);
    }

    public void standard(int year, String amount, String from, String to) {
        var known = as("policy", "policy", "360900/")
                .get(ROOT + "standards?area=360900&benefitYear=" + year)
                .jsonPath()
                .getList("findAll { it.inForce && it.individualContribution == '" + amount + "' }");
        if (known.isEmpty()) {
            publish(year, amount, from, to);
        }
    }

    public String publish(int year, String amount, String from, String to) {
        String id = as("policy", "policy", "360900/")
                .body(Map.of(
                        "area", AREA,
                        "benefitYear", year,
                        "individualContribution", amount,
                        "fiscalSubsidy", "670.00",
                        "windowFrom", from,
                        "windowTo", to,
                        "decisionNumber", "演示1号"))
                .post(ROOT + "standards")
                .then()
                .statusCode(201)
                .extract()
                .path("standardId");
        as("policy", "policy2", "360900/")
                .post(ROOT + "standards/" + id + "/approval")
                .then()
                .statusCode(200);
        return id;
    }

    public static RequestSpecification as(String role, String login, String division) {
        return given().auth().oauth2(Tokens.staff(role, login, division)).contentType("application/json");
    }

    public static RequestSpecification tax() {
        return given().auth().oauth2(Tokens.tax(ORGAN)).contentType("application/json");
    }

    public static RequestSpecification clerk() {
        return as("township_clerk", "clerk", TOWNSHIP);
    }

    /** A payment for somebody by id number. */
    public static Map<String, Object> payment(Person person, String amount, String day) {
        return Map.of(
                "voucherNo",
                "T" + next() + "000000",
                "idNumber",
                person.idNumber(),
                "benefitYear",
                2024,
                "amount",
                amount,
                "paidOn",
                day);
    }
}
