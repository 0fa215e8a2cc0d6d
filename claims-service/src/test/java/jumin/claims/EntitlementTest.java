package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class EntitlementTest {

    @Inject
    Feeds feeds;

    @BeforeEach
    void aHospital() {
        provider(HOSPITAL, "示范医院", "tertiary");
    }

    private static ValidatableResponse check(String idNumber, String name, String on) {
        return hospital()
                .body("{\"idNumber\": \"%s\", \"name\": \"%s\", \"on\": \"%s\"}".formatted(idNumber, name, on))
                .post(BASE + "entitlement-checks")
                .then();
    }

    @Test
    @DisplayName("享受待遇：姓名证件遮盖，写明身份、期间、原因和条款")
    void aCoveredPersonIsEntitled() {
        var person = feeds.person("360902197005061001", "李㼆𠮷", VILLAGE);
        feeds.category(person, "minimum_living", "2024-01-01");
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");

        check("360902197005061001", "李㼆𠮷", "2024-03-02")
                .statusCode(200)
                .body("verdict", equalTo("ENTITLED"), "person.personId", equalTo(person.toString()))
                .body("person.name", equalTo("李**"), "person.idNumber", equalTo("360902********1001"))
                .body("categories[0].category", equalTo("minimum_living"), "article", equalTo("第十五条"))
                .body("intervals[0].from", equalTo("2024-01-01"), "readModels", hasSize(2));
    }

    @Test
    @DisplayName("等待期内、没有缴费：不享受，写明原因；年度未知：暂不能判定")
    void waitingAndUnpaidAreNotEntitled() {
        var person = feeds.person("36090219700506102X", "王某", VILLAGE);
        feeds.coverage(person, 2024, """
                [{"from": "2024-02-01", "to": "2024-04-30", "state": "WAITING", "reason": "未在集中征缴期缴费，等待90日", "article": "第十五条"},
                 {"from": "2024-05-01", "to": "2024-12-31", "state": "COVERED", "reason": "等待期满", "article": "第十五条"}]
                """, "null");
        feeds.coverage(person, 2023, "[]", """
                {"code": "NOT_PAID", "text": "未缴费", "article": "第四条"}
                """);

        check("36090219700506102x", "王某", "2024-03-02")
                .body("verdict", equalTo("NOT_ENTITLED"), "code", equalTo("WAITING"), "article", equalTo("第十五条"));
        check("36090219700506102X", "王某", "2023-03-02")
                .body("verdict", equalTo("NOT_ENTITLED"), "code", equalTo("NOT_PAID"), "article", equalTo("第四条"));
        check("36090219700506102X", "王某", "2022-03-02")
                .body("verdict", equalTo("UNDETERMINED"), "code", equalTo("COVERAGE_UNKNOWN"))
                .body("next", not(emptyString()));
    }

    @Test
    @DisplayName("两条变更流没有先后：先到待遇期间和身份，后到人员，结果相同")
    void theOrderOfFeedsDoesNotMatter() {
        var person = UUID.randomUUID();
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
        feeds.category(person, "special_hardship", "2024-01-01");
        check("360902197005061038", "赵某", "2024-03-02").body("verdict", equalTo("UNDETERMINED"));
        feeds.person(person, "360902197005061038", "赵某", VILLAGE);
        feeds.person(person, "360902197005061038", "赵某", VILLAGE);

        check("360902197005061038", "赵某", "2024-03-02")
                .body("verdict", equalTo("ENTITLED"), "categories[0].category", equalTo("special_hardship"));
    }

    @Test
    @DisplayName("查无此人、姓名不符：暂不能判定，不透露任何信息")
    void unknownOrMismatchedLearnsNothing() {
        feeds.person("360902197005061046", "古丽·买买提", VILLAGE);
        check("360902197005069999", "某人", "2024-03-02")
                .statusCode(200)
                .body("verdict", equalTo("UNDETERMINED"), "code", equalTo("PERSON_UNKNOWN"), "person", nullValue());
        check("360902197005061046", "别人", "2024-03-02")
                .body("verdict", equalTo("UNDETERMINED"), "code", equalTo("NAME_MISMATCH"), "person", nullValue());
        check("３６０９０２１９７００５０６１０４６", "古丽・买买提", "2024-03-02").body("code", equalTo("COVERAGE_UNKNOWN"));
    }

    @Test
    @DisplayName("只有医院账号可以查询；错误请求给出问题说明")
    void onlyHospitalsMayAsk() {
        clerk(TOWNSHIP)
                .body("{\"idNumber\": \"360902197005061046\", \"name\": \"某\"}")
                .post(BASE + "entitlement-checks")
                .then()
                .statusCode(403);
        hospital()
                .body("{\"idNumber\": 5, \"name\": \"某\"}")
                .post(BASE + "entitlement-checks")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/idNumber"));
        hospital()
                .body("{\"name\": \"某\"}")
                .post(BASE + "entitlement-checks")
                .then()
                .statusCode(400);
    }
}
