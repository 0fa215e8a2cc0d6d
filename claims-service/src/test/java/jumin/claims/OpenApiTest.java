package jumin.claims;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import jakarta.inject.Inject;
import java.io.IOException;
import jumin.testing.OpenApiDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class OpenApiTest {

    @Inject
    Tables tables;

    @Test
    @DisplayName("接口文档与提交的一致；有意变更时用 JUMIN_OPENAPI_UPDATE=true 重写并提交")
    void theDocumentIsTheCommittedOne() throws IOException {
        OpenApiDocument.isTheCommittedOne();
    }

    @Test
    @DisplayName("运行中的服务给出同一份文档")
    void theDocumentIsServed() throws IOException {
        OpenApiDocument.isServed("claims");
    }

    @Test
    @DisplayName("每个操作有英文编号和中文说明")
    void everyOperationIsNamed() throws IOException {
        OpenApiDocument.namesEveryOperation();
    }

    @Test
    @DisplayName("所有接口：坏的输入得到正确的状态和问题说明，什么也不保存")
    void everyEndpointAnswersBadInputWithAProblemAndStoresNothing() {
        // Left by other tests, and taken away meanwhile.
        Until.holds(tables::secondLooks, waiting -> waiting == 0);
        Until.holds(tables::suspects, waiting -> waiting == 0);
        OpenApiDocument.refusesBadInput();
    }

    @Test
    @DisplayName("文档写明国家平台字段名")
    void nationalFieldNamesAreThere() throws IOException {
        assertThat(OpenApiDocument.text(), stringContainsInOrder("x-nhsa", "fund_pay_sumamt"));
        assertThat(
                OpenApiDocument.text(),
                allOf(containsString("medfee_sumamt"), containsString("feedetl_sn"), containsString("msgid")));
    }
}
