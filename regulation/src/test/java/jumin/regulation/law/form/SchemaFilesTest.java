package jumin.regulation.law.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jumin.regulation.law.LawDataProblem;
import jumin.regulation.law.LawFiles;
import jumin.regulation.law.Node;
import jumin.regulation.law.YamlSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

@DisplayName("编辑器所用的 JSON Schema 与程序读取的写法一致")
class SchemaFilesTest {

    private static final Path SCHEMAS = LawFiles.FOLDER.resolve("schema");
    private static final Path SIXTH = LawFiles.FOLDER.resolve("src/test/resources/sixth");

    @Test
    @DisplayName("提交的文件就是程序写出的（JUMIN_SCHEMA_UPDATE=true 重写）")
    void theCommittedFilesAreTheGeneratedOnes() throws IOException {
        for (var file : JsonSchema.files().entrySet()) {
            var path = SCHEMAS.resolve(file.getKey());
            if ("true".equals(System.getenv("JUMIN_SCHEMA_UPDATE"))) {
                Files.createDirectories(SCHEMAS);
                Files.writeString(path, file.getValue());
            }
            assertEquals(file.getValue(), Files.readString(path), file.getKey());
        }
    }

    @Test
    @DisplayName("对照表 docs/regulation-reference.md 就是程序写出的")
    void theReferenceIsTheGeneratedOne() throws IOException {
        var path = LawFiles.FOLDER.resolveSibling("docs").resolve("regulation-reference.md");
        if ("true".equals(System.getenv("JUMIN_SCHEMA_UPDATE"))) {
            Files.writeString(path, GrammarText.markdown());
        }
        assertEquals(GrammarText.markdown(), Files.readString(path));
    }

    @Test
    @DisplayName("全部法规文件、词汇、案例都符合")
    void everyFileFollowsTheSchema() throws IOException {
        var problems = new ArrayList<String>();
        for (var root : List.of(LawFiles.FOLDER.resolve("cities"), LawFiles.FOLDER.resolve("national"), SIXTH)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                    EditorSchema.problems(schema(file), Files.readString(file))
                            .forEach(problem -> problems.add(file + problem));
                }
            }
        }
        assertEquals(List.of(), problems);
    }

    @ParameterizedTest(name = "{3}")
    @CsvFileSource(resources = "/broken-law.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = false)
    @DisplayName("对有误的文件，两者的判断相同")
    void bothJudgeBrokenFilesAlike(String file, String from, String to, String expected) throws IOException {
        var path = SIXTH.resolve("cities/haixin").resolve(file);
        var changed = (to == null ? "" : to).replace("\\n", "\n");
        var text = Files.readString(path).replace(from.replace("\\n", "\n"), changed);
        Node document;
        try {
            document = YamlSource.read(file, text, 1).getFirst();
        } catch (LawDataProblem notYaml) {
            return;
        }

        var reader = FormCheck.check(form(path), document);
        var editor = EditorSchema.problems(schema(path), text);

        assertEquals(reader.isEmpty(), editor.isEmpty(), () -> reader + " / " + editor);
        assertFalse(text.equals(Files.readString(path)));
    }

    private static String schema(Path file) {
        return switch (form(file)) {
            case "chapter" -> "law.schema.json";
            case "case" -> "case.schema.json";
            case "city" -> "city.schema.json";
            default -> "vocabulary.schema.json";
        };
    }

    private static String form(Path file) {
        if (file.getParent().endsWith("cases")) {
            return "case";
        }
        return switch (file.getFileName().toString()) {
            case "city.yaml" -> "city";
            case "vocabulary.yaml" -> "vocabulary";
            default -> "chapter";
        };
    }
}
