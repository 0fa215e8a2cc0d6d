package jumin.claims;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class OpenApiTest {

    private static final Path BUILT = Path.of("target/openapi/openapi.yaml");
    private static final Path COMMITTED = Path.of("src/main/openapi/openapi.yaml");

    @Test
    @DisplayName("接口文档与提交的一致；有意变更时用 JUMIN_OPENAPI_UPDATE=true 重写并提交")
    void theDocumentIsTheCommittedOne() throws IOException {
        if (Boolean.parseBoolean(System.getenv("JUMIN_OPENAPI_UPDATE"))) {
            Files.copy(BUILT, COMMITTED, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(Files.readString(BUILT), is(Files.readString(COMMITTED)));
    }

    @Test
    @DisplayName("文档写明国家平台字段名")
    void nationalFieldNamesAreThere() throws IOException {
        assertThat(Files.readString(BUILT), stringContainsInOrder("x-nhsa", "fund_pay_sumamt"));
        assertThat(
                Files.readString(BUILT),
                allOf(containsString("medfee_sumamt"), containsString("feedetl_sn"), containsString("msgid")));
    }
}
