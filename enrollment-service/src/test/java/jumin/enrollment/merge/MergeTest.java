package jumin.enrollment.merge;

import static jumin.enrollment.Calls.enrollment;
import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.household;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergeTest {

    private static final LocalDate BIRTH = LocalDate.of(2023, 9, 20);
    private static int certificates = (int) (System.nanoTime() % 80_000_000);

    @Inject
    FeedOfThisService feed;

    private String certificate;
    private String number;
    private String byCertificate;
    private String byNumber;

    @BeforeEach
    void aChildRegisteredTwice() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        certificate = "R" + (100_000_000 + certificates++);
        number = idNumber(BIRTH, true);
        var newborn = person("钱小宝", certificate);
        newborn.put("idType", "BIRTH_CERTIFICATE");
        newborn.put("birthDate", BIRTH.toString());
        newborn.put("sex", "MALE");
        newborn.put("type", "newborn");
        newborn.put("benefitYear", 2023);
        byCertificate = registered(newborn);
        byNumber = registered(person("钱小宝", number));
    }

    private Map<String, Object> merge() {
        return new HashMap<>(
                Map.of("survivorId", byNumber, "mergedId", byCertificate, "reason", "同一新生儿", "evidence", "出生医学证明"));
    }

    private String merged() {
        return post(clerk(), merge(), "/person-merges")
                .statusCode(201)
                .body("carriedEnrollments", equalTo(1))
                .body("doubleEnrollments", equalTo(0))
                .extract()
                .path("mergeId");
    }

    private void search(String idNumber, String found) {
        as(clerk())
                .contentType("application/json")
                .body(Map.of("idNumber", idNumber))
                .post("/person-searches")
                .then()
                .body("items.personId", equalTo(List.of(found)));
    }

    @Test
    @DisplayName("疑似重复列得出；合并后两个号码都查到保留方，参保登记由保留方接续，别的服务得知并入谁")
    void twoRecordsBecomeOne() {
        get(clerk(), "/duplicates?size=100")
                .body("items.findAll { it.likelihood == 'HIGH' }.one.personId", hasItem(byCertificate));

        merged();

        search(certificate, byNumber);
        search(number, byNumber);
        get(clerk(), "/persons/{id}/enrollments", byNumber).body("items.benefitYear", hasItem(2023));
        get(clerk(), "/persons/{id}/enrollments", byCertificate).body("items[0].state", equalTo("CANCELLED"));
        var published = feed.last("person", byCertificate);
        assertEquals("MERGED", published.get("status").asText());
        assertEquals(byNumber, published.get("mergedInto").asText());
        assertEquals(
                "CANCELLED", feed.last("enrollment", byCertificate).get("state").asText());
        get(clerk(), "/duplicates?size=100").body("items.one.personId", not(hasItem(byCertificate)));
        post(clerk(), Map.of("benefitYear", 2024, "type", "ordinary"), "/persons/{id}/enrollments", byCertificate)
                .statusCode(409)
                .body("code", equalTo("PERSON_MERGED"));
    }

    @Test
    @DisplayName("合并前试算：哪些年度接续、哪些两方都参保；什么也不改")
    void aMergeIsTriedFirst() {
        var renewal = Map.<String, Object>of("benefitYear", 2024, "type", "ordinary");
        post(clerk(), renewal, "/persons/{id}/enrollments", byCertificate).statusCode(201);
        post(clerk(), merge(), "/person-merges/trial")
                .statusCode(200)
                .body("carriedYears", equalTo(List.of(2023)))
                .body("doubleYears", equalTo(List.of(2024)))
                .body("leavesHousehold", equalTo(true))
                .body("survivor.personId", equalTo(byNumber));
        search(certificate, byCertificate);
        get(clerk(), "/persons/{id}/enrollments", byCertificate)
                .body("items.state", equalTo(List.of("ENROLLED", "ENROLLED")));
        post(Demo.otherClerk(), merge(), "/person-merges/trial").statusCode(404);
    }

    @Test
    @DisplayName("撤销合并：各归其位，期间的变动带回，期间新办的留下并列出")
    void oneBecomesTwoAgain() {
        var home = household(byCertificate);
        var merge = merged();
        get(clerk(), "/households/{id}", home).body("members", hasSize(0));
        Demo.clockAt("2024-10-10T09:00:00");
        String fresh = post(
                        clerk(), Map.of("benefitYear", 2025, "type", "ordinary"), "/persons/{id}/enrollments", byNumber)
                .statusCode(201)
                .extract()
                .path("enrollmentId");

        post(clerk(), Map.of("reason", "核对后不是同一人"), "/person-merges/{id}/undo", merge)
                .statusCode(200)
                .body("since", hasItem(fresh))
                .body("undoReason", equalTo("核对后不是同一人"));

        search(certificate, byCertificate);
        get(clerk(), "/persons/{id}/enrollments", byCertificate).body("items[0].state", equalTo("ENROLLED"));
        get(clerk(), "/persons/{id}/enrollments", byNumber)
                .body("items.findAll { it.benefitYear == 2023 }.state", equalTo(List.of("CANCELLED")))
                .body("items.findAll { it.benefitYear == 2025 }.state", equalTo(List.of("ENROLLED")));
        get(clerk(), "/households/{id}", home).body("members[0].relationName", equalTo("户主"));
        assertEquals("ACTIVE", feed.last("person", byCertificate).get("status").asText());
        assertTrue(feed.last("person", byCertificate).get("mergedInto").isNull());
        post(clerk(), Map.of("reason", "再次"), "/person-merges/{id}/undo", merge)
                .statusCode(409)
                .body("code", equalTo("MERGE_UNDONE"));
        post(clerk(), merge(), "/person-merges").statusCode(201);
    }

    @Test
    @DisplayName("不像同一人的、辖区外的：不合并，说明改法；确认不是同一人的不再列")
    void implausibleMergesAreRefused() {
        var other = merge();
        other.put("mergedId", registered(person("孙不同", idNumber(LocalDate.of(1960, 1, 1), true))));
        post(clerk(), other, "/person-merges").statusCode(422).body("code", equalTo("MERGE_IMPLAUSIBLE"));
        post(Demo.otherClerk(), merge(), "/person-merges").statusCode(404);
        post(clerk(), Map.of("oneId", byNumber, "otherId", byCertificate, "reason", "双胞胎"), "/duplicate-dismissals")
                .statusCode(200);
        get(clerk(), "/duplicates?size=100").body("items.one.personId", not(hasItem(byCertificate)));
    }

    private static Map<String, Object> death(String on) {
        return Map.of("event", "DEATH", "on", on, "reason", "病故", "evidence", "死亡证明");
    }

    @Test
    @DisplayName("只有一条登记了死亡的不合并，死亡不会丢，死者也不会重新参保；两条都登记死亡后可合并，撤销合并仍是死亡")
    void nobodyIsDeadAndAlive() {
        var endings = "/persons/{id}/endings";
        post(clerk(), death("2023-10-09"), endings, byCertificate).statusCode(201);
        post(clerk(), merge(), "/person-merges")
                .statusCode(422)
                .body("code", equalTo("MERGE_IMPLAUSIBLE"))
                .body("detail", containsString("死亡"));
        var other = merge();
        other.put("survivorId", byCertificate);
        other.put("mergedId", byNumber);
        post(clerk(), other, "/person-merges").statusCode(422).body("code", equalTo("MERGE_IMPLAUSIBLE"));

        post(clerk(), death("2023-10-09"), endings, byNumber).statusCode(201);
        String merge = post(clerk(), merge(), "/person-merges")
                .statusCode(201)
                .extract()
                .path("mergeId");
        post(clerk(), Map.of("reason", "不是同一人"), "/person-merges/{id}/undo", merge)
                .statusCode(200);
        get(clerk(), "/persons/{id}", byCertificate).body("status", equalTo("DECEASED"));
    }

    @Test
    @DisplayName("误点“不是同一人”的可撤回，撤回后重新列出；没有此结论的说没有")
    void aDismissalIsRevoked() {
        var pair = Map.<String, Object>of("oneId", byNumber, "otherId", byCertificate, "reason", "误点");
        var revocation = "/duplicate-dismissals/revocation";
        post(clerk(), pair, revocation).statusCode(200).body("revoked", equalTo(false));
        post(clerk(), pair, "/duplicate-dismissals").statusCode(200);
        var dismissed = "items.findAll { [it.one.personId, it.other.personId].contains('" + byNumber + "') }.reason";
        get(clerk(), "/duplicate-dismissals?size=100").statusCode(200).body(dismissed, equalTo(List.of("误点")));
        get(Demo.otherClerk(), "/duplicate-dismissals?size=100").body(dismissed, equalTo(List.of()));
        post(clerk(), pair, revocation).statusCode(200).body("revoked", equalTo(true));
        get(clerk(), "/duplicate-dismissals?size=100").body(dismissed, equalTo(List.of()));
        var ours = "items.findAll { it.one.personId == '%1$s' && it.other.personId == '%2$s'"
                + " || it.one.personId == '%2$s' && it.other.personId == '%1$s' }.size()";
        var listed = ours.formatted(byNumber, byCertificate);
        get(clerk(), "/duplicates?size=100").body(listed, equalTo(1));
        post(clerk(), pair, "/duplicate-dismissals").statusCode(200);
        get(clerk(), "/duplicates?size=100").body(listed, equalTo(0));
    }

    @Test
    @DisplayName("合并与续保同时发生：要么先续保再随之合并，要么得知已合并；保留方只有一份")
    void aMergeAndARenewalAtOnce() throws Exception {
        var renewal = Map.<String, Object>of("benefitYear", 2024, "type", "ordinary");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads
                    .invokeAll(List.<Callable<Integer>>of(
                            () -> post(clerk(), merge(), "/person-merges")
                                    .extract()
                                    .statusCode(),
                            () -> post(clerk(), renewal, "/persons/{id}/enrollments", byCertificate)
                                    .extract()
                                    .statusCode()))
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertEquals(201, answers.getFirst());
            assertTrue(List.of(201, 409).contains(answers.getLast()), answers.toString());
        }
        get(clerk(), "/persons/{id}/enrollments", byCertificate)
                .body("items.findAll { it.state == 'ENROLLED' }", hasSize(0));
        get(clerk(), "/persons/{id}/enrollments", byNumber)
                .body("items.findAll { it.benefitYear == 2024 && it.state == 'ENROLLED' }", hasSize(1));
        assertTrue(!enrollment(byNumber).isEmpty());
    }
}
