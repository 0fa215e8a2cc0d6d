package jumin.regulation.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void keysAreSortedAndSpaceIsGone() {
        var json = JsonText.read(" { \"b\" : [1, true, null, \"乙\\n\\\"\"] , \"a\" : {} } ");

        assertEquals("{\"a\":{},\"b\":[1,true,null,\"乙\\u000a\\\"\"]}", json.canonical());
    }

    @Test
    void whatWasWrittenReadsBackAsTheSame() {
        var text = "{\"a\":{\"x\":\"\\u0001甲𠮷\"},\"b\":[-5,false]}";

        assertEquals(text, JsonText.read(text).canonical());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,",
                "1.5",
                "{\"a\":1,\"a\":2}",
                "tru",
                "\"x",
                "{} x",
                "\"\\q\"",
                "{a:1}",
                "\"\\u00g0\""
            })
    void brokenTextIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> JsonText.read(text));
    }

    @Test
    void nestingHasABound() {
        assertThrows(IllegalArgumentException.class, () -> JsonText.read("[".repeat(100) + "]".repeat(100)));
    }
}
