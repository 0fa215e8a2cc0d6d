package jumin.claims;

import static io.restassured.RestAssured.given;
import static jumin.claims.Api.*;
import static jumin.claims.ManualClaimTest.ALL;
import static jumin.claims.ManualClaimTest.step;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 回盘文件: the batch's own file, with the bank's word on each line. */
@ClaimsTest
class BankReturnSheetTest extends Care {

    private static final String DIVISION = "360900/360902/360902187/";

    private static String finance() {
        return Tokens.staff("finance", "finance", DIVISION);
    }

    private static ValidatableResponse bank(String batch, String key, byte[] content) {
        return given().auth()
                .oauth2(finance())
                .header("Idempotency-Key", key)
                .multiPart("file", "回盘.csv", content)
                .post(BASE + "payout-batches/" + batch + "/return-sheet")
                .then();
    }

    private String payable(String name) {
        var person = feeds.person(Ids.next(), name, DIVISION + "360902187201/");
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
        var claim = """
                {"provider": "%s", "documents": [%s], "relation": "SELF",
                 "payee": {"name": "%s", "bank": "示范银行", "account": "6222020200011112222"}, "bill": %s}
                """.formatted(
                        HOSPITAL,
                        ALL,
                        name,
                        Bills.ofPerson(person)
                                .item("A-SERVICE", "100", "100", "10000.00")
                                .json());
        String id = post(as(Tokens.staff("township_clerk", "clerk", DIVISION)), "manual-claims", key(), claim)
                .statusCode(201)
                .extract()
                .path("id");
        step(reviewer(), id, "first-review").statusCode(200);
        return step(approver(), id, "second-review").statusCode(200).extract().path("settlementId");
    }

    @Test
    @DisplayName("回盘文件：在下载的文件上加结果、原因两列即可，GB18030 也读得懂；别的批次的、金额不符的逐行说明，什么也不登记；同一次上传一次")
    void theBatchFileComesBackWithTheBanksWord() {
        payable("回某");
        payable("盘某");
        String batch = post(as(finance()), "payout-batches", key(), "{\"note\": \"五月\"}")
                .statusCode(201)
                .body("lines", equalTo(2), "total", equalTo("11280.00"))
                .extract()
                .path("id");
        var sent = given().auth()
                .oauth2(finance())
                .get(BASE + "payout-batches/" + batch + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        var lines = new String(sent, StandardCharsets.UTF_8).strip().split("\r\n");
        var back = lines[0] + ",结果,原因\r\n" + lines[1] + ",成功,\r\n" + lines[2] + ",失败,户名不符\r\n";

        bank(
                        batch,
                        key(),
                        (lines[0] + ",结果,原因\r\n" + lines[1].replace("5640.00", "5641.00")
                                        + ",成功,\r\n9,x,y,z,1.00,成功,\r\n" + lines[2] + ",失败,\r\n")
                                .getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("code", equalTo("RETURN_FILE_UNREADABLE"), "errors", hasSize(3))
                .body("errors[0].message", startsWith("第 2 行：金额"), "errors[1].message", containsString("本批没有序号 9"))
                .body("errors[2].message", startsWith("第 4 行：未付出的须写明"));
        bank(batch, key(), "户名,账号\r\n甲,1\r\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("errors[0].message", containsString("序号"));
        bank(batch, key(), (lines[0] + ",结果,原因\r\n" + lines[1] + ",成功,\r\n").getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("code", equalTo("RETURN_FILE_DIFFERS"));
        as(finance()).get(BASE + "payout-batches/" + batch).then().body("state", equalTo("SENT"));

        var key = key();
        var gb = back.replace("\uFEFF", "").getBytes(Charset.forName("GB18030"));
        bank(batch, key, gb).statusCode(200).body("state", equalTo("RETURNED"), "lines", equalTo(2));
        bank(batch, key, gb).statusCode(200).body("state", equalTo("RETURNED"));
        bank(batch, key(), gb).statusCode(409).body("code", equalTo("PAYOUT_STATE_DIFFERS"));
        as(finance()).get(BASE + "payout-batches/" + batch + "/lines").then().body("payout", hasSize(2));
    }
}
