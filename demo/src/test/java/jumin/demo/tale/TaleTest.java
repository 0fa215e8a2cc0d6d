package jumin.demo.tale;

import static jumin.demo.tale.Expectation.that;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("讲述与核对")
class TaleTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Tale tale = new Tale(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    @DisplayName("结果都对的一步打勾")
    void rightStepIsTicked() {
        tale.step("导入名册。", that("行数", 2, 2));

        assertEquals("  ✓ 导入名册。\n", printed());
        assertEquals(0, tale.wrong());
    }

    @Test
    @DisplayName("不对的结果说出应为、实为和看哪里")
    void wrongResultSaysWhatItShouldBe() {
        tale.step("导入名册。", that("行数", 2, 3).orLookAt("./jumin logs enrollment"));

        assertTrue(printed().contains("✗ 行数：应为 2，实为 3。请看：./jumin logs enrollment"));
        assertEquals(1, tale.wrong());
    }

    @Test
    @DisplayName("姓名和号码掩码：复姓、间隔号、基本平面以外的字")
    void namesAndNumbersAreMasked() {
        assertEquals("李**", Masks.name("李守田"));
        assertEquals("阿*******", Masks.name("阿依古丽·买买提"));
        assertEquals("易*", Masks.name("易𠮷"));
        assertEquals("360902********0419", Masks.id("360902196604120419"));
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
