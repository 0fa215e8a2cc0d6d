package jumin.platform.personal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WrittenTest {

    @Test
    @DisplayName("姓名：空格、全角、各种间隔号写法视为同一人")
    void namesAreComparedWithoutDotsAndBlanks() {
        for (var typed : new String[] {"阿依古丽·买买提", "阿依古丽•买买提", "阿依古丽．买买提", "阿依古丽・买买提", "阿依古丽 买买提", "阿依古丽‧买买提"}) {
            assertTrue(Written.sameName("阿依古丽·买买提", typed), typed);
        }
        assertFalse(Written.sameName("阿依古丽·买买提", "阿依古丽·买买江"));
        assertTrue(Written.sameName("张三", "张\u3000三"));
    }

    @Test
    @DisplayName("证件号码：全角、空格、小写 x、表格软件的撇号")
    void idNumbersHaveOneForm() {
        assertEquals("36090219800101001X", Written.idNumber(" '３６０９０２19800101 001x\uFEFF"));
    }
}
