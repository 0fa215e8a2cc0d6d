package jumin.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import jumin.testing.EndpointWalk;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class OpenApiTest {

    private static final Path BUILT = Path.of("target/openapi/openapi.yaml");
    private static final Path COMMITTED = Path.of("src/main/openapi/openapi.yaml");

    @Test
    @DisplayName("接口文档与提交的一致；有意变更时用 JUMIN_OPENAPI_UPDATE=true 重写并提交")
    void documentIsTheCommittedOne() throws IOException {
        if (Boolean.parseBoolean(System.getenv("JUMIN_OPENAPI_UPDATE"))) {
            Files.copy(BUILT, COMMITTED, StandardCopyOption.REPLACE_EXISTING);
        }
        assertEquals(Files.readString(COMMITTED), Files.readString(BUILT));
    }

    @Test
    @DisplayName("所有接口：坏的输入得到正确的状态和问题说明，什么也不保存")
    void everyEndpointAnswersBadInputWithAProblemAndStoresNothing() {
        new EndpointWalk(Path.of("target/openapi/openapi.json")).checkBadInput();
    }
}
