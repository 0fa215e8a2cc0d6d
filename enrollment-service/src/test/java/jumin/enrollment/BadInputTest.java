package jumin.enrollment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import jumin.testing.EndpointWalk;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "database", value = "enrollment"))
class BadInputTest {

    @Test
    @DisplayName("所有接口：坏的输入得到正确的状态和问题说明，什么也不保存")
    void everyEndpointAnswersBadInputWithAProblemAndStoresNothing() {
        new EndpointWalk(Path.of("target/openapi/openapi.json")).checkBadInput();
    }
}
