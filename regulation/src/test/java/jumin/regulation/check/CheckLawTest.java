package jumin.regulation.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import jumin.regulation.law.LawFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("check-law：五个统筹区的数据没有错误，每个值都有案例用到")
class CheckLawTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private int check(LocalDate day, Optional<String> city) {
        var out = new PrintStream(written, true, StandardCharsets.UTF_8);
        return new CheckLaw(LawFiles.FOLDER, day, out).run(city);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theLawOfAllCitiesIsClean() {
        int code = check(DAY, Optional.empty());

        assertEquals(0, code, text());
        assertTrue(text().contains("以 2026-11-22 检查：0 处错误"), text());
        assertTrue(text().contains("是征求意见稿\n  --> "), text());
    }

    @Test
    @DisplayName("表：统筹区 × 专题")
    void theTableTellsWhatEachTextSays() {
        check(DAY, Optional.of("yichun"));

        assertTrue(text().contains("专题                  宜春市"), text());
        assertTrue(text().lines().anyMatch(line -> line.matches("慢特病、两病、双通道 +值7 缺1")), text());
    }

    @Test
    @DisplayName("攀枝花：有效期届满次日，check-law 报错并指出文件")
    void anInstrumentThatRanOutIsAnError() {
        assertEquals(0, check(LocalDate.of(2027, 12, 31), Optional.of("panzhihua")), text());
        assertEquals(1, check(LocalDate.of(2028, 1, 1), Optional.of("panzhihua")), text());
        assertTrue(text().contains("《攀枝花市城乡居民医疗保险办法第二十六条》已于 2027-12-31 失效"), text());
    }

    @Test
    void anUnknownCityIsTold() {
        assertEquals(2, check(DAY, Optional.of("atlantis")));
        assertTrue(text().contains("没有 cities/atlantis 这个目录"), text());
    }
}
