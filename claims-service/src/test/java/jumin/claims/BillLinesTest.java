package jumin.claims;

import static io.restassured.RestAssured.given;
import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class BillLinesTest {

    private static ValidatableResponse read(byte[] content) {
        return given().auth()
                .oauth2(Tokens.staff("township_clerk", "clerk", TOWNSHIP))
                .multiPart("file", "清单.csv", content)
                .post(BASE + "manual-claims/lines")
                .then();
    }

    @Test
    @DisplayName("零星报销的费用清单从文件读入：读不懂的行写明行号和原因，其余成为账单的明细并合计")
    void linesComeFromAFile() {
        read("""
                        名称,编码,数量,单价,金额,费用日期,备注
                        "护理,一级",A-SERVICE,2,150.25,300.50,2024/03/02,
                        甲类药,A-DRUG,1.5,10,15.00,2024-03-03,

                        坏行,A-DRUG,一,10,15.00,2024-03-03,
                        坏日,A-DRUG,1,10,10.00,2024-13-03,
                        坏额,A-DRUG,1,10,10.005,2024-03-03,
                        """.getBytes(Charset.forName("GB18030")))
                .statusCode(200)
                .body("items", hasSize(2), "total", equalTo("315.50"))
                .body("items[0].name", equalTo("护理,一级"), "items[0].code", equalTo("A-SERVICE"))
                .body("items[0].amount", equalTo("300.50"), "items[1].quantity", equalTo("1.5"))
                .body("items[0].date", equalTo("2024-03-02"))
                .body("faults.row", contains(5, 6, 7))
                .body("faults[0].text", containsString("数量“一”"), "faults[1].text", containsString("2024-13-03"));
    }

    @Test
    @DisplayName("缺列、空文件、不是表格的文件写明怎样改")
    void whatIsNoListOfFeesIsRefused() {
        for (var content : new String[] {"", "编码,名称\nA,护理\n", "\u0000\u0001"}) {
            read(content.getBytes(StandardCharsets.UTF_8))
                    .statusCode(400)
                    .body("code", equalTo("BILL_FILE_UNREADABLE"), "errors[0].suggestion", not(emptyString()));
        }
    }
}
