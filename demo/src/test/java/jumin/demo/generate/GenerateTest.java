package jumin.demo.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jumin.demo.input.InputFiles;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("演示输入文件的生成")
class GenerateTest {

    private static final Path COMMITTED = Path.of("input");

    @Test
    @DisplayName("重新生成的 JSON 与仓库中的逐字节相同")
    void committedJsonIsWhatTheGeneratorWrites(@TempDir Path folder) throws IOException {
        Generate.into(folder);

        for (var name : names(COMMITTED)) {
            if (name.endsWith(".json")) {
                assertArrayEquals(
                        Files.readAllBytes(folder.resolve(name)), Files.readAllBytes(COMMITTED.resolve(name)), name);
            }
        }
        assertEquals(names(folder), names(COMMITTED));
    }

    @Test
    @DisplayName("重新生成的名册与仓库中的逐格相同")
    void committedRosterIsWhatTheGeneratorWrites(@TempDir Path folder) throws IOException {
        Generate.into(folder);

        assertEquals(cells(folder.resolve(InputFiles.ROSTER)), cells(COMMITTED.resolve(InputFiles.ROSTER)));
    }

    @Test
    @DisplayName("连续生成两次，名册逐字节相同")
    void generatingTwiceGivesTheSameBytes(@TempDir Path one, @TempDir Path two) throws IOException {
        Generate.into(one);
        Generate.into(two);

        assertArrayEquals(
                Files.readAllBytes(one.resolve(InputFiles.ROSTER)), Files.readAllBytes(two.resolve(InputFiles.ROSTER)));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<List<String>> cells(Path workbook) throws IOException {
        try (var in = Files.newInputStream(workbook);
                var book = new ReadableWorkbook(in)) {
            return book.getFirstSheet().read().stream()
                    .map(row -> row.stream().map(GenerateTest::text).toList())
                    .toList();
        }
    }

    private static String text(Cell cell) {
        return cell == null ? "" : cell.getRawValue() == null ? "" : cell.getRawValue();
    }
}
