package jumin.enrollment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    private static final Path COMMITTED = Path.of("src/main/openapi/openapi.yaml");
    private static final Path MADE = Path.of("target/openapi/openapi.yaml");

    @Inject
    ObjectMapper json;

    @Test
    @DisplayName("接口文档与提交的一致；有意的改变要一并提交 target/openapi/openapi.yaml")
    void theCommittedDocumentIsTheServedOne() throws IOException {
        assertTrue(Files.exists(COMMITTED), "copy " + MADE + " to " + COMMITTED);
        assertEquals(Files.readString(COMMITTED), Files.readString(MADE));
    }

    @Test
    @DisplayName("每个操作有英文编号和中文说明")
    void everyOperationIsNamed() throws IOException {
        var paths =
                json.readTree(Path.of("target/openapi/openapi.json").toFile()).get("paths");
        for (var path : paths.properties()) {
            for (var operation : path.getValue().properties()) {
                var where = operation.getKey() + " " + path.getKey();
                if (!operation.getKey().equals("parameters")) {
                    assertTrue(operation.getValue().path("operationId").asText().matches("[a-z][A-Za-z]+"), where);
                    assertTrue(operation.getValue().path("summary").asText().matches("(?s).*\\p{IsHan}.*"), where);
                }
            }
        }
    }
}
