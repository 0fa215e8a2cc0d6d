package jumin.enrollment.registration;

import static jumin.enrollment.Calls.enrollment;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.department;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.enrollment.Demo;
import jumin.enrollment.Standard2024;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In the spring of 2056, after the window: who is registered as ordinary waits. */
@QuarkusTest
class TypeGroundTest {

    private static final int YEAR = 2056;

    @Inject
    Standard2024 standard;

    private String number;

    @BeforeEach
    void afterTheWindow() throws Exception {
        Demo.divisions();
        Demo.clockAt("2056-04-10T09:00:00");
        standard.published(YEAR, "380.00");
        number = idNumber(LocalDate.of(1990, 5, 6), true);
    }

    private Map<String, Object> wanted(String type, Map<String, Object> facts) {
        var wanted = person("纪类型", number);
        wanted.put("benefitYear", YEAR);
        wanted.put("type", type);
        wanted.put("facts", facts);
        return wanted;
    }

    @Test
    @DisplayName("第十六条、第二十一条：没有部门认定的，村和柜台都不能按资助参保、医疗救助对象登记；名单认定的可以")
    void aidRestsOnADepartmentsWord() {
        for (var type : List.of("subsidised", "medical_assistance", "assistance_not_subsidised")) {
            register(
                            Tokens.staff("village_helper", "helper", Demo.VILLAGE_PATH),
                            wanted(type, Map.of("recognizedDate", "2056-04-01")),
                            UUID.randomUUID().toString())
                    .statusCode(422)
                    .body("errors.code", hasItem("TYPE_NOT_RECOGNISED"))
                    .body("errors.suggestion", hasItem(containsString("普通居民")))
                    .body("citations.article", not(equalTo(List.of())));
        }
        var row = Map.of("idNumber", number, "name", "纪类型", "category", "低保对象", "from", "2056-03-01");
        post(department(), Map.of("listMonth", "2056-04", "kind", "PARTIAL", "rows", List.of(row)), "/category-lists")
                .statusCode(201);
        register(wanted("medical_assistance", Map.of()))
                .statusCode(201)
                .body("enrollment.subsidy.tier", equalTo("fixed"));
    }

    @Test
    @DisplayName("认定在上年已终止的，不能再按资助参保对象登记；普通居民不能凭申报变更为资助参保对象；本年有过认定的，与资助一致，可以")
    void anEndedWordIsNone() {
        var row =
                Map.of("idNumber", number, "name", "纪类型", "category", "低保对象", "from", "2055-03-01", "to", "2055-06-30");
        post(department(), Map.of("listMonth", "2056-04", "kind", "PARTIAL", "rows", List.of(row)), "/category-lists")
                .statusCode(201);
        register(wanted("subsidised", Map.of())).statusCode(422).body("errors.code", hasItem("TYPE_NOT_RECOGNISED"));
        var id = registered(wanted("ordinary", Map.of()));
        post(
                        clerk(),
                        Map.of("type", "medical_assistance", "on", "2056-04-01", "reason", "自称", "evidence", "无"),
                        "/enrollments/{id}/type-changes",
                        enrollment(id))
                .statusCode(422)
                .body("errors.code", hasItem("TYPE_NOT_RECOGNISED"));

        number = idNumber(LocalDate.of(1991, 5, 6), true);
        var until =
                Map.of("idNumber", number, "name", "纪类型", "category", "低保对象", "from", "2055-03-01", "to", "2056-03-31");
        post(department(), Map.of("listMonth", "2056-04", "kind", "PARTIAL", "rows", List.of(until)), "/category-lists")
                .statusCode(201);
        register(wanted("subsidised", Map.of())).statusCode(201);
    }

    @Test
    @DisplayName("第十九条、第二十一条：退役、迁入等须填日期和材料，否则不登记，说明改法；教职人员须有材料")
    void anEventHasADayAndIsShown() {
        register(wanted("veteran", Map.of()))
                .statusCode(422)
                .body("errors.code", hasItems("TYPE_WITHOUT_DAY", "TYPE_WITHOUT_EVIDENCE"));
        register(wanted("moved_in", Map.of("eventDate", "2056-05-01", "evidence", "户口迁移证")))
                .statusCode(422)
                .body("errors.code", hasItem("TYPE_DAY_IN_FUTURE"));
        register(wanted("clergy", Map.of())).statusCode(422).body("errors.code", hasItem("TYPE_WITHOUT_EVIDENCE"));

        register(wanted("veteran", Map.of("dischargeDateFromService", "2056-03-01", "evidence", "退出现役证")))
                .statusCode(201)
                .body("enrollment.facts.evidence", equalTo("退出现役证"))
                .body("notes.code", not(hasItem("TYPE_TERM_OVER")));
    }

    @Test
    @DisplayName("第二十一条：迁入超过90天的照常登记，但当场告知待遇与普通居民相同；未超过的不提示")
    void theTermIsToldWhenItIsOver() {
        register(wanted("moved_in", Map.of("eventDate", "2056-01-05", "evidence", "户口迁移证")))
                .statusCode(201)
                .body("notes.code", hasItem("TYPE_TERM_OVER"))
                .body("notes.reason", hasItem(containsString("2056-07-10")));
        number = idNumber(LocalDate.of(1990, 5, 6), true);
        register(wanted("moved_in", Map.of("eventDate", "2056-03-20", "evidence", "户口迁移证")))
                .statusCode(201)
                .body("notes.code", not(hasItem("TYPE_TERM_OVER")));
    }
}
