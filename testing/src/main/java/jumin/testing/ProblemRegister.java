package jumin.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The problem codes of one module as the world knows them. They are a promise to machines: none disappears, none changes its
 * status. A new one is added to {@code problems.lock} on purpose; {@code JUMIN_PROBLEMS_UPDATE=true} then writes its line in
 * {@code docs/problems.md}.
 */
public final class ProblemRegister {

    private static final Path LOCK = Path.of("src/test/resources/problems.lock");
    private static final Path DOCUMENT = Path.of("../docs/problems.md");
    private static final String TABLE = "\n\n|代码|状态|含义|\n|---|---|---|\n";
    private static final String TITLE = """
            # 问题代码

            所有错误以 RFC 9457 的 `application/problem+json` 返回；程序按 `code` 判断，人看 `title` 和 `detail`（写明怎么办）。
            代码一经公布不删除、不改状态。本页由各模块的测试写成（`JUMIN_PROBLEMS_UPDATE=true`），请勿手改。""";

    private ProblemRegister() {}

    /**
     * One published code.
     *
     * @param title Chinese, constant per code
     */
    public record Published(String code, int status, String title) {

        private String locked() {
            return code + " " + status;
        }

        private String row() {
            return "|`" + code + "`|" + status + "|" + title + "|";
        }
    }

    /** Fails when the lock or the document differ from the code. @param module heading of its part of the document */
    public static void check(String module, Collection<Published> codes) throws IOException {
        var now = codes.stream().map(Published::locked).sorted().collect(Collectors.joining("\n"));
        assertEquals(Files.readString(LOCK).strip(), now, "problems.lock");

        var rows = codes.stream().map(Published::row).sorted().collect(Collectors.joining("\n"));
        if (Boolean.parseBoolean(System.getenv("JUMIN_PROBLEMS_UPDATE"))) {
            write(module, rows);
        }
        assertEquals(parts().getOrDefault(module, ""), rows, "docs/problems.md: JUMIN_PROBLEMS_UPDATE=true writes it");
    }

    private static void write(String module, String rows) throws IOException {
        var parts = parts();
        parts.put(module, rows);
        var text = parts.entrySet().stream()
                .map(part -> "\n\n## " + part.getKey() + TABLE + part.getValue())
                .collect(Collectors.joining("", TITLE, "\n"));
        Files.writeString(DOCUMENT, text);
    }

    private static TreeMap<String, String> parts() throws IOException {
        var parts = new TreeMap<String, String>();
        var text = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
        var sections = text.split("\n\n## ");
        for (int i = 1; i < sections.length; i++) {
            var section = sections[i].split(TABLE.replace("|", "\\|"), 2);
            parts.put(section[0], section[1].strip());
        }
        return parts;
    }
}
