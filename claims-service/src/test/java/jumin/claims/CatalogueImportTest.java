package jumin.claims;

import static io.restassured.RestAssured.given;
import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class CatalogueImportTest {

    @Inject
    Tables tables;

    private static final String FILE = """
            国家医保编码,名称,收费项目等级,种类,生效日,终止日,二级支付标准,先行自付比例,用途
            IMPORT-1,"甲,类药",甲,药品,2024-01-01,,12.50,,降血糖、降血压
            IMPORT-2,乙类耗材,02,医用耗材,20240101,,,8%
            IMPORT-3,不明,丁,药品,2024-01-01,,,
            IMPORT-1,重复,甲,药品,2024-01-01,,,
            IMPORT-4,比例有误,乙,药品,2024-01-01,,,一成
            IMPORT-5,用途有误,乙,药品,2024-01-01,,,,头痛
            """;

    private static ValidatableResponse load(String name, byte[] content) {
        return given().auth()
                .oauth2(Tokens.staff("policy", "policy", CITY))
                .header("Idempotency-Key", key())
                .multiPart("file", name, content)
                .multiPart("area", "360900")
                .post(BASE + "catalogue-imports")
                .then();
    }

    @Test
    @DisplayName("目录导入：有误的行写明原因，其他行入库；同一文件只导入一次；GB18030 也读得懂")
    void goodLinesAreEnteredAndFaultyOnesSayWhy() {
        var loaded = load("目录.csv", FILE.getBytes(Charset.forName("GB18030"))).statusCode(202);
        String id = loaded.extract().path("id");
        String job = loaded.extract().path("jobId");
        Until.holds(
                () -> policy().get(BASE + "jobs/" + job).then().extract().<String>path("state"),
                state -> state.equals("PARTIAL"));

        policy().get(BASE + "jobs/" + job).then().body("counts.ok", equalTo(2), "counts.error", equalTo(4));
        policy().get(BASE + "catalogue-imports/" + id)
                .then()
                .body("faults", hasSize(4), "faults[0].line", equalTo(4), "faults[0].fault", containsString("丁"))
                .body("faults[1].fault", containsString("重复"), "faults[2].fault", containsString("一成"))
                .body("faults[3].fault", containsString("头痛"));
        policy().get(BASE + "catalogue/items?area=360900&on=2024-03-01&after=IMPORT-0&limit=2")
                .then()
                .body("items.name", contains("甲,类药", "乙类耗材"), "items[0].paymentStandards.secondary", equalTo("12.50"))
                .body("items[1].prepayment", equalTo("0.08"))
                .body("items[0].uses", contains("blood_pressure", "blood_sugar"), "items[1].uses", nullValue());
        load("again.csv", FILE.getBytes(Charset.forName("GB18030")))
                .statusCode(409)
                .body("code", equalTo("CATALOGUE_FILE_LOADED"));
    }

    @Test
    @DisplayName("导入失败或已取消的，同一文件可再导入")
    void anImportThatWasGivenUpDoesNotStandInTheWay() {
        var file = "国家医保编码,名称,收费项目等级,种类,生效日\nIMPORT-9,甲类药,甲,药品,2024-01-01\n".getBytes(StandardCharsets.UTF_8);
        String job = load("第一次.csv", file).statusCode(202).extract().path("jobId");
        Until.holds(
                () -> policy().get(BASE + "jobs/" + job).then().extract().<String>path("state"),
                state -> state.equals("SUCCEEDED"));
        load("第二次.csv", file).statusCode(409).body("code", equalTo("CATALOGUE_FILE_LOADED"));

        tables.jobFailed(UUID.fromString(job));

        load("第三次.csv", file).statusCode(202);
    }

    @Test
    @DisplayName("目录由市级维护：县级的文件当场不收，不等到后台")
    void aCountyDoesNotLoadTheCitysCatalogue() {
        given().auth()
                .oauth2(Tokens.staff("county_reviewer", "reviewer", COUNTY))
                .header("Idempotency-Key", key())
                .multiPart("file", "县.csv", FILE.getBytes(StandardCharsets.UTF_8))
                .multiPart("area", "360900")
                .post(BASE + "catalogue-imports")
                .then()
                .statusCode(403)
                .body("code", equalTo("OUTSIDE_SCOPE"));
    }

    @Test
    @DisplayName("没有规定的列、不是表格的文件不收")
    void whatIsNoCatalogueIsRefused() {
        load("x.csv", "编码,名字\n1,2\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("code", equalTo("CATALOGUE_FILE_UNREADABLE"), "errors[0].message", containsString("国家医保编码"));
        load("x.xlsx", "PK-broken".getBytes(StandardCharsets.UTF_8)).statusCode(400);
    }
}
