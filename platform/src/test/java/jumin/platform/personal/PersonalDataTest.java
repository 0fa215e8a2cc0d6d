package jumin.platform.personal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    private static final String NUMBER = "36090219900307451X";
    private final PersonalData data = new PersonalData(key(1), "1", Optional.empty(), key(2));

    @Test
    @DisplayName("加密后能还原，每次密文不同，密文里看不到原文")
    void sealedTextOpensAgain() {
        var one = data.seal(NUMBER);
        var other = data.seal(NUMBER);

        assertEquals(NUMBER, data.open(one));
        assertNotEquals(one, other);
        assertFalse(one.contains("1990"));
    }

    @Test
    @DisplayName("密文被改动或换了密钥：拒绝打开")
    void damagedTextDoesNotOpen() {
        var sealed = data.seal(NUMBER);
        var other = new PersonalData(key(3), "1", Optional.empty(), key(2));

        assertThrows(IllegalStateException.class, () -> other.open(sealed));
        assertThrows(IllegalArgumentException.class, () -> data.open("old:" + sealed));
    }

    @Test
    @DisplayName("更换密钥：新密文用新密钥，旧密文仍能打开；密文写明密钥编号，没有那把密钥就打不开")
    void keysRotate() {
        var old = data.seal(NUMBER);
        var rotated = new PersonalData(key(3), "2b", Optional.of("1=" + key(1) + ", 9=" + key(9)), key(2));
        var fresh = rotated.seal(NUMBER);

        assertEquals("aes1:", old.substring(0, 5));
        assertEquals("aes2b:", fresh.substring(0, 6));
        assertEquals(NUMBER, rotated.open(old));
        assertEquals(NUMBER, rotated.open(fresh));
        assertEquals(data.blindIndex(NUMBER), rotated.blindIndex(NUMBER));
        assertThrows(IllegalArgumentException.class, () -> data.open(fresh));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PersonalData(key(3), "1", Optional.of("1=" + key(1)), key(2)));
    }

    @Test
    @DisplayName("盲索引：同一输入相同，换了密钥不同")
    void blindIndexIsStable() {
        assertEquals(data.blindIndex(NUMBER), data.blindIndex(NUMBER));
        assertNotEquals(
                data.blindIndex(NUMBER), new PersonalData(key(1), "1", Optional.empty(), key(4)).blindIndex(NUMBER));
    }

    @Test
    @DisplayName("脱敏：姓名留首字，证件前六后四，手机前三后四；生僻字算一个字")
    void masking() {
        assertEquals("李**", Masked.name("李小明"));
        assertEquals("𠮷*", Masked.name("𠮷野"));
        assertEquals("㼆*", Masked.name("㼆"));
        assertEquals("360902********451X", Masked.idNumber(NUMBER));
        assertEquals("138****0000", Masked.phone("13800000000"));
    }

    private static String key(int fill) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
