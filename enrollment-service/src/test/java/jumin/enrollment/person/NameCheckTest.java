package jumin.enrollment.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NameCheckTest {

    private static NameCheck.Accepted accepted(String written) {
        return assertInstanceOf(NameCheck.Accepted.class, NameCheck.of(written), written);
    }

    private static String code(String written) {
        return assertInstanceOf(NameCheck.Rejected.class, NameCheck.of(written), written)
                .finding()
                .code();
    }

    @Test
    @DisplayName("各种间隔点统一为“·”，原写法保留，并提示")
    void everyDotBecomesTheOneDot() {
        for (var dot : List.of("•", "‧", "・", "．", ".", "･")) {
            var name = accepted("古丽" + dot + "买买提");
            assertEquals("古丽·买买提", name.name());
            assertEquals("古丽" + dot + "买买提", name.raw());
            assertEquals("NAME_DOT_NORMALISED", name.findings().getFirst().code());
        }
        assertEquals(List.of(), accepted("古丽·买买提").findings());
    }

    @Test
    @DisplayName("生僻字原样保留")
    void rareCharactersSurvive() {
        for (var name : List.of("欧阳㼆", "王𠮷", "䶮", "李𫘥", "阿不都热合曼·买买提依明江·吐尔逊阿吉·托合提")) {
            assertEquals(name, accepted(name).name());
        }
    }

    @Test
    @DisplayName("一百个字可以，一百零一个不可以；扩展区的字按一个算")
    void aHundredCharactersAreAllowed() {
        accepted("𠮷".repeat(100));
        assertEquals("NAME_TOO_LONG", code("𠮷".repeat(101)));
    }

    @Test
    @DisplayName("空白、数字、自造字、首尾间隔点不是姓名")
    void otherThingsAreNoNames() {
        assertEquals("NAME_MISSING", code(" 　"));
        assertEquals("NAME_CHARACTERS", code("赵6"));
        assertEquals("NAME_PRIVATE_CHARACTER", code("王\uE81E"));
        assertEquals("NAME_CHARACTERS", code("·买买提"));
        assertEquals("李秀兰", accepted("李 秀　兰").name());
        assertEquals("John O'Neil", accepted("John  O'Neil").name());
    }
}
