package jumin.enrollment.correction;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.household;
import static jumin.enrollment.Calls.patch;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Calls.version;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HouseholdCorrectionTest {

    private static final String HOUSEHOLD = "/households/{id}";

    @Inject
    FeedOfThisService feed;

    private String head;
    private String household;

    @BeforeEach
    void aHousehold() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        head = registered(person("周户主", idNumber(LocalDate.of(1970, 1, 1), true)));
        household = household(head);
    }

    @Test
    @DisplayName("更正住址和户编号；编号已用的不行")
    void addressAndNumberAreCorrected() {
        var number = Demo.houseNumber();
        var body = Map.<String, Object>of("reason", "门牌更换", "address", "青石村12号", "houseNumber", number);
        patch(clerk(), version(HOUSEHOLD, household), body, HOUSEHOLD, household)
                .statusCode(200)
                .body("address", equalTo("青石村12号"))
                .body("houseNumber", equalTo(number));
        get(clerk(), HOUSEHOLD + "/history", household).body("items.state.address", hasItem("青石村12号"));

        var other = household(registered(person("吴户主", idNumber(LocalDate.of(1970, 1, 2), true))));
        patch(clerk(), version(HOUSEHOLD, other), Map.of("reason", "试", "houseNumber", number), HOUSEHOLD, other)
                .statusCode(409)
                .body("code", equalTo("HOUSEHOLD_TAKEN"));
    }

    @Test
    @DisplayName("户编号和户主记入变动流：登记时、更正后")
    void numberAndHeadAreTold() {
        var told = feed.last("household", household);
        var number = get(clerk(), HOUSEHOLD, household).extract().<String>path("houseNumber");
        assertEquals(number, told.get("houseNumber").asText());
        assertEquals(head, told.get("head").asText());
        var child = person("周小户", idNumber(LocalDate.of(1999, 1, 1), true));
        child.put("houseNumber", number);
        child.put("relation", "SON");
        assertEquals(household, household(registered(child)));
        assertEquals(head, feed.last("household", household).get("head").asText(), "家人登记后户主不变");
        var another = Demo.houseNumber();
        patch(
                clerk(),
                version(HOUSEHOLD, household),
                Map.of("reason", "门牌更换", "houseNumber", another),
                HOUSEHOLD,
                household);
        assertEquals(
                another, feed.last("household", household).get("houseNumber").asText());
    }

    @Test
    @DisplayName("两个窗口同时改一户：一个成功，另一个得知对方改了什么")
    void twoClerksAtOnce() throws Exception {
        var seen = version(HOUSEHOLD, household);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads
                    .invokeAll(Stream.of("甲地", "乙地")
                            .map(address ->
                                    (java.util.concurrent.Callable<io.restassured.response.Response>) () -> patch(
                                                    clerk(),
                                                    seen,
                                                    Map.of("reason", "同时", "address", address),
                                                    HOUSEHOLD,
                                                    household)
                                            .extract()
                                            .response())
                            .toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertEquals(
                    List.of(200, 412),
                    answers.stream().map(one -> one.statusCode()).sorted().toList());
            var refused = answers.stream()
                    .filter(one -> one.statusCode() == 412)
                    .findFirst()
                    .orElseThrow();
            refused.then().body("errors.pointer", hasItem("/address")).body("errors[0].message", containsString("现为"));
        }
    }
}
