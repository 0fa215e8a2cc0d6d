package jumin.platform.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PackedTest {

    private final Packed packed = new Packed();

    @Test
    @DisplayName("压缩存放的文本取出时逐字节相同，长短、空文本、不可压缩的都一样")
    void whatWasPackedComesBackByteForByte() {
        var noise = new byte[300_000];
        new Random(7).nextBytes(noise);
        for (var text : new byte[][] {
            {}, "{}".getBytes(UTF_8), "{\"姓名\":\"李**\"}".repeat(20_000).getBytes(UTF_8), noise
        }) {
            assertArrayEquals(text, packed.unpack(packed.pack(text)));
        }
    }

    @Test
    @DisplayName("以前没有压缩的 JSON 照原样取出")
    void unpackedJsonIsGivenBackAsItIs() {
        var json = "[{\"number\":\"JS1\"}]".getBytes(UTF_8);
        assertArrayEquals(json, packed.unpack(json));
    }

    @Test
    @DisplayName("重复的文本压缩后变短")
    void recurringWordsTakeLittleRoom() {
        var text = "{\"title\":\"统筹基金支付\",\"amount\":\"0.00\"}".repeat(100).getBytes(UTF_8);
        assertTrue(packed.pack(text).length < text.length / 20);
    }

    @Test
    @DisplayName("残缺的压缩文本是错误，不是较短的文本")
    void aPackedTextCutShortIsAnError() {
        var whole = packed.pack("{\"a\":1}".repeat(500).getBytes(UTF_8));
        var half = Arrays.copyOf(whole, whole.length / 2);
        assertThrows(IllegalStateException.class, () -> packed.unpack(half));
        assertEquals(0x78, whole[0]);
    }
}
