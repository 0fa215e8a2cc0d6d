package jumin.claims.sheet;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CsvTest {

    private static final String FILE = "名称,说明\r\n\"甲,类\",\"两个\"\"引号\"\"\"\n\"跨\n行\", 空白 \n,末行";

    private static final List<List<String>> LINES =
            List.of(List.of("名称", "说明"), List.of("甲,类", "两个\"引号\""), List.of("跨\n行", "空白"), List.of("", "末行"));

    /** However little is read at once. */
    private static List<List<String>> lines(String text, int atOnce) throws IOException {
        var lines = new ArrayList<List<String>>();
        Csv.read(
                new FilterReader(new StringReader(text)) {
                    @Override
                    public int read(char[] into, int offset, int length) throws IOException {
                        return in.read(into, offset, Math.min(length, atOnce));
                    }
                },
                lines::add);
        return lines;
    }

    @Test
    @DisplayName("引号内可有逗号、引号与换行；读得零碎也一样")
    void quotedCellsHoldCommasQuotesAndLineBreaksHoweverTheyAreRead() throws IOException {
        assertThat(lines(FILE, 1), is(LINES));
        assertThat(lines(FILE, 3), is(LINES));
        assertThat(lines(FILE, 10_000), is(LINES));
    }

    @Test
    @DisplayName("末尾引号收住；空文件没有行")
    void theLastQuoteEndsTheFileAndAnEmptyFileHasNoLines() throws IOException {
        assertThat(lines("a,\"b\"", 2), is(List.of(List.of("a", "b"))));
        assertThat(lines("", 2), is(List.of()));
        try (var nothing = Reader.nullReader()) {
            Csv.read(nothing, line -> {
                throw new AssertionError(line);
            });
        }
    }
}
