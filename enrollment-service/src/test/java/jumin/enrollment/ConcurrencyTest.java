package jumin.enrollment;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConcurrencyTest {

    @Inject
    FeedOfThisService feed;

    @BeforeEach
    void aVillageInAutumn() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> work).toList())) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static byte[] roster() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("表");
            var titles = List.of("户编号", "与户主关系", "姓名", "证件号码");
            var cells = List.of(Demo.houseNumber(), "户主", "并发", idNumber(LocalDate.of(1977, 7, 7), true));
            IntStream.range(0, titles.size()).forEach(i -> {
                sheet.value(0, i, titles.get(i));
                sheet.value(1, i, cells.get(i));
            });
        }
        return out.toByteArray();
    }

    @Test
    @DisplayName("同一花名册同时上传二十次：只有一次导入")
    void oneFileSentTwentyTimesAtOnceIsOneImport() throws Exception {
        var workbook = roster();
        var token = clerk();

        var answers = atOnce(
                20,
                () -> as(token)
                        .header("Idempotency-Key", UUID.randomUUID())
                        .multiPart("file", "并发.xlsx", workbook)
                        .multiPart("benefitYear", "2024")
                        .multiPart("divisionCode", Demo.VILLAGE)
                        .post("/roster-imports"));

        assertTrue(
                answers.stream().allMatch(answer -> answer.statusCode() == 202),
                answers.getFirst().asString());
        assertEquals(
                1,
                answers.stream()
                        .map(answer -> answer.path("importId"))
                        .distinct()
                        .count());
        assertEquals(
                1,
                answers.stream()
                        .map(answer -> answer.path("validateJobId"))
                        .distinct()
                        .count());
    }

    @Test
    @DisplayName("两个窗口同时登记同一人：一人登记，另一人得到说明")
    void twoClerksAtOnceRegisterOnePerson() throws Exception {
        var number = idNumber(LocalDate.of(1977, 7, 8), true);

        var answers = atOnce(2, () -> {
            var submission = person("同时", number);
            submission.put("relation", "HEAD");
            return register(clerk(), submission, UUID.randomUUID().toString())
                    .extract()
                    .response();
        });

        assertEquals(
                List.of(201, 409),
                answers.stream().map(Response::statusCode).sorted().toList());
        var refused =
                answers.stream().filter(answer -> answer.statusCode() == 409).findFirst();
        assertEquals("PERSON_ALREADY_REGISTERED", refused.orElseThrow().path("code"));
    }

    @Test
    @DisplayName("同一人的变更按发生顺序发布")
    void changesOfOnePersonAreInOrder() {
        String id = register(person("次序", idNumber(LocalDate.of(1977, 7, 9), true)))
                .statusCode(201)
                .extract()
                .path("enrollment.personId");
        String enrollment = as(clerk()).get("/persons/{id}/enrollments", id).path("items[0].enrollmentId");
        as(clerk())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"reason\": \"登记有误\"}")
                .post("/enrollments/{id}/cancellation", enrollment)
                .then()
                .statusCode(200);

        var states = feed.all("enrollment", id).stream()
                .map(change -> change.get("state").asText())
                .toList();

        assertEquals(List.of("ENROLLED", "CANCELLED"), states);
    }
}
