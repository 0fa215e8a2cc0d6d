package jumin.claims;

import java.nio.file.Path;
import jumin.testing.EndpointWalk;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class BadInputTest {

    @Test
    @DisplayName("所有接口：坏的输入得到正确的状态和问题说明，什么也不保存")
    void everyEndpointAnswersBadInputWithAProblemAndStoresNothing() {
        new EndpointWalk(Path.of("target/openapi/openapi.json")).checkBadInput();
    }
}
