package jumin.enrollment.move;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.otherClerk;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import jumin.enrollment.Demo;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransferTest {

    @Inject
    Sql sql;

    @Inject
    CurrentCaller caller;

    private Family family;
    private Map<String, Object> into;

    @BeforeEach
    void aFamily() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        family = Family.inTheVillage();
        into = Map.of("houseNumber", Demo.houseNumber(), "relation", "HEAD");
        Demo.clockAt("2024-03-10T09:00:00");
    }

    private String proposed(String person) {
        return post(
                        clerk(),
                        Map.of(
                                "personId",
                                person,
                                "toDivisionCode",
                                Demo.OTHER_VILLAGE,
                                "on",
                                "2024-03-01",
                                "reason",
                                "婚迁"),
                        "/transfers")
                .statusCode(201)
                .body("maskedName", equalTo("郑*"))
                .extract()
                .path("transferId");
    }

    @Test
    @DisplayName("迁出地申请、迁入地接收：所有的行随人迁去，迁出地不再看到本人，只知道有人住过")
    void bothPlacesAgree() {
        var transfer = proposed(family.son());
        get(otherClerk(), "/transfers").body("items.transferId", hasItem(transfer));
        post(clerk(), into, "/transfers/{id}/acceptance", transfer)
                .statusCode(404)
                .body("code", equalTo("TRANSFER_UNKNOWN"));

        post(otherClerk(), into, "/transfers/{id}/acceptance", transfer)
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"));

        get(clerk(), "/persons/{id}", family.son()).statusCode(404);
        get(otherClerk(), "/persons/{id}", family.son()).statusCode(200).body("divisionName", equalTo("云岭村"));
        get(otherClerk(), "/persons/{id}/enrollments", family.son()).body("items", hasSize(1));
        get(otherClerk(), "/persons/{id}/history", family.son()).body("items", hasSize(3));
        get(clerk(), "/households/{id}?on=2024-01-01", family.household())
                .body("members", hasSize(2))
                .body("movedAway", hasSize(1))
                .body("movedAway[0].relationName", equalTo("子"));
        post(otherClerk(), into, "/transfers/{id}/acceptance", transfer)
                .statusCode(409)
                .body("code", equalTo("TRANSFER_DECIDED"));
    }

    @Test
    @DisplayName("退回：什么也不变，可再申请；户主须先变更户主")
    void aTransferIsRefused() {
        var transfer = proposed(family.son());
        post(
                        clerk(),
                        Map.of(
                                "personId",
                                family.son(),
                                "toDivisionCode",
                                Demo.OTHER_VILLAGE,
                                "on",
                                "2024-03-01",
                                "reason",
                                "重复"),
                        "/transfers")
                .statusCode(409)
                .body("code", equalTo("TRANSFER_OPEN"));
        post(otherClerk(), Map.of("reason", "本村无此户"), "/transfers/{id}/refusal", transfer)
                .statusCode(200)
                .body("decision", equalTo("本村无此户"));
        get(clerk(), "/persons/{id}", family.son()).statusCode(200);
        proposed(family.son());
        post(
                        clerk(),
                        Map.of(
                                "personId",
                                family.head(),
                                "toDivisionCode",
                                Demo.OTHER_VILLAGE,
                                "on",
                                "2024-03-01",
                                "reason",
                                "迁"),
                        "/transfers")
                .statusCode(422)
                .body("code", equalTo("HOUSEHOLD_NEEDS_HEAD"));
    }

    @Test
    @DisplayName("报错了村的，迁出地撤回后重新申请，迁入地不能代为撤回；申请后死亡的，申请随之撤回，迁入地不再看到")
    void aTransferIsTakenBack() {
        var transfer = proposed(family.son());
        var wrong = Map.<String, Object>of("reason", "报错了村");
        post(otherClerk(), wrong, "/transfers/{id}/withdrawal", transfer).statusCode(404);
        post(clerk(), wrong, "/transfers/{id}/withdrawal", transfer)
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("decision", equalTo("报错了村"));
        post(otherClerk(), into, "/transfers/{id}/acceptance", transfer)
                .statusCode(409)
                .body("code", equalTo("TRANSFER_DECIDED"));

        var again = proposed(family.son());
        post(
                        clerk(),
                        Map.of("event", "DEATH", "on", "2024-03-05", "reason", "病故", "evidence", "死亡证明"),
                        "/persons/{id}/endings",
                        family.son())
                .statusCode(201);
        get(otherClerk(), "/transfers?size=100").body("items.transferId", not(hasItem(again)));
        get(otherClerk(), "/transfers?size=100&state=WITHDRAWN").body("items.transferId", hasItem(again));
    }

    @Test
    @DisplayName("没有一张表的行被留在原地")
    void noTableIsLeftBehind() {
        var transfer = proposed(family.son());
        post(otherClerk(), into, "/transfers/{id}/acceptance", transfer).statusCode(200);
        caller.callAsService(() -> {
            var tables = sql.list("""
                    select c.table_name from information_schema.columns c
                    join information_schema.columns p on p.table_name = c.table_name and p.column_name = 'person_id'
                    where c.column_name = 'division_path' and c.table_schema = 'public'
                      and c.table_name not in ('household_member', 'category_list_row', 'roster_import_row')
                    """, row -> row.getString(1));
            assertTrue(tables.contains("enrollment"));
            for (var table : tables) {
                var left = sql.count(
                        "select count(*) from " + table + " where person_id = ?::uuid and division_path <> ?",
                        family.son(),
                        Demo.OTHER_VILLAGE_PATH);
                assertEquals(0, left, table);
            }
            return null;
        });
    }
}
