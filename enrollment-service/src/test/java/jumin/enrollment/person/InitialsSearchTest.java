package jumin.enrollment.person;

import static jumin.enrollment.Calls.registered;
import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.otherClerk;
import static jumin.enrollment.Demo.person;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jumin.enrollment.Demo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InitialsSearchTest {

    private static final LocalDate BIRTH = LocalDate.of(1969, 9, 9);

    @BeforeEach
    void aVillage() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
    }

    private static ValidatableResponse search(String token, Map<String, Object> conditions) {
        return as(token)
                .contentType("application/json")
                .body(conditions)
                .post("/person-searches")
                .then();
    }

    @Test
    @DisplayName("首字母：多音字的各读音都有，姓氏读音不漏；读不出的字跳过")
    void allReadingsAreKept() {
        assertTrue(NameInitials.of("单雄信").containsAll(Set.of("sxx", "dxx")));
        assertTrue(NameInitials.of("仇和").contains("qh"));
        assertTrue(NameInitials.of("查良镛").contains("zly"));
        assertTrue(NameInitials.of("尉迟恭").contains("ycg"));
        assertTrue(NameInitials.of("万俟卨").stream().anyMatch(initials -> initials.startsWith("mq")));
        assertTrue(NameInitials.of("古丽·买买提").contains("glmmt"));
        assertEquals(Set.of("js"), NameInitials.of("John Smith"));
        assertTrue(NameInitials.of("王𫘥").contains("w"));
    }

    @Test
    @DisplayName("按首字母及其开头、手机号后四位查询，只查本辖区")
    void initialsAndPhoneTailFind() {
        var somebody = person("解曾祺", idNumber(BIRTH, true));
        somebody.put("phone", "13900007391");
        var id = registered(somebody);

        search(clerk(), Map.of("initials", "xzq")).statusCode(200).body("items.personId", hasItem(id));
        search(clerk(), Map.of("initials", "XZ")).body("items.personId", hasItem(id));
        search(clerk(), Map.of("phoneTail", "7391")).body("items.personId", hasItem(id));
        search(clerk(), Map.of("initials", "xzq", "phoneTail", "7391")).body("items", hasSize(1));
        search(otherClerk(), Map.of("initials", "xzq")).body("items.personId", not(hasItem(id)));
        search(clerk(), Map.of("initials", "x")).statusCode(400).body("code", equalTo("FIELD_INVALID"));
    }

    @Test
    @DisplayName("查询分页：第二页接着第一页，没有重复")
    void searchesHavePages() {
        for (var i = 0; i < 52; i++) {
            registered(person("页码翻", idNumber(BIRTH.plusDays(i), false)));
        }
        Set<String> first = Set.copyOf(search(clerk(), Map.of("initials", "ymf"))
                .body("items", hasSize(50))
                .body("more", equalTo(true))
                .extract()
                .<java.util.List<String>>path("items.personId"));
        search(clerk(), Map.of("initials", "ymf", "page", 2))
                .body("items", hasSize(2))
                .body("more", equalTo(false))
                .body("items.personId", not(hasItem(first.iterator().next())));
    }
}
