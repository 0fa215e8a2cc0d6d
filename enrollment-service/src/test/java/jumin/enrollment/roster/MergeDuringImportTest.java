package jumin.enrollment.roster;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jumin.enrollment.Demo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

@QuarkusTest
class MergeDuringImportTest {

    private static final LocalDate BIRTH = LocalDate.of(1966, 6, 6);

    @BeforeEach
    void aVillageInAutumn() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
    }

    private static String enrolledFor2023(String number) {
        var person = person("韩重复", number);
        person.put("benefitYear", 2023);
        return registered(person);
    }

    @RepeatedTest(3)
    @DisplayName("导入入库时同时合并其中一人：不论谁先，续保归保留方，只有一份")
    void aMergeWhileARosterIsCommitted() throws Exception {
        var number = idNumber(BIRTH, true);
        var merged = enrolledFor2023(number);
        var survivor = enrolledFor2023(idNumber(BIRTH, true));
        var roster = RosterCalls.validated(RosterFile.titled("证件号码", "姓名", "户编号", "与户主关系")
                .row(number, "韩重复", Demo.houseNumber(), "户主")
                .bytes());
        var merge =
                Map.<String, Object>of("survivorId", survivor, "mergedId", merged, "reason", "重复登记", "evidence", "户口簿");

        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> both = List.of(
                    () -> post(clerk(), merge, "/person-merges").extract().statusCode(),
                    () -> RosterCalls.commit(roster).extract().statusCode());
            for (var answer : threads.invokeAll(both)) {
                assertEquals(2, answer.get() / 100);
            }
        }
        assertEquals("COMMITTED", RosterCalls.until(roster, "COMMITTING"));

        get(clerk(), "/persons/{id}/enrollments", merged).body("items.findAll { it.state == 'ENROLLED' }", hasSize(0));
        get(clerk(), "/persons/{id}/enrollments", survivor)
                .body("items.findAll { it.benefitYear == 2024 && it.state == 'ENROLLED' }", hasSize(1));
    }
}
