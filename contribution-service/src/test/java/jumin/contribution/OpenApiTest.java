package jumin.contribution;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import jumin.testing.OpenApiDocument;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class OpenApiTest {

    @Test
    @DisplayName("接口文档与提交的一致；有意变更时用 JUMIN_OPENAPI_UPDATE=true 重写并提交")
    void theDocumentIsTheCommittedOne() throws IOException {
        OpenApiDocument.isTheCommittedOne();
    }

    @Test
    @DisplayName("运行中的服务给出同一份文档")
    void theDocumentIsServed() throws IOException {
        OpenApiDocument.isServed("contribution");
    }

    @Test
    @DisplayName("每个操作有英文编号和中文说明")
    void everyOperationIsNamed() throws IOException {
        OpenApiDocument.namesEveryOperation();
    }

    @Test
    @DisplayName("所有接口：坏的输入得到正确的状态和问题说明，什么也不保存")
    void everyEndpointAnswersBadInputWithAProblemAndStoresNothing() {
        OpenApiDocument.refusesBadInput();
    }
}
