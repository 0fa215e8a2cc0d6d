package jumin.enrollment.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.hutool.core.util.IdcardUtil;
import java.time.LocalDate;
import java.util.Random;
import jumin.enrollment.Demo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IdentityCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 10, 10);

    private static IdentityCheck.Accepted accepted(String number) {
        return assertInstanceOf(
                IdentityCheck.Accepted.class, IdentityCheck.of(IdType.RESIDENT_ID, number, TODAY), number);
    }

    private static String code(String number) {
        return assertInstanceOf(
                        IdentityCheck.Rejected.class, IdentityCheck.of(IdType.RESIDENT_ID, number, TODAY), number)
                .finding()
                .code();
    }

    @Test
    @DisplayName("号码自带出生日期和性别；全角、空格、小写 x 归一")
    void aNumberIsNormalisedAndTellsBirthAndSex() {
        var number = Demo.withCheckDigit("36090219920305124");
        var written = " " + number.substring(0, 6) + " "
                + number.substring(6).toLowerCase().replace('1', '１') + " ";

        var identity = accepted(written);

        assertEquals(number, identity.identity().number());
        assertEquals(LocalDate.of(1992, 3, 5), identity.birthDate().orElseThrow());
        assertEquals(Sex.FEMALE, identity.sex().orElseThrow());
    }

    @Test
    @DisplayName("不认识的地区代码只是提醒")
    void anUnknownPlaceIsOnlyAWarning() {
        var identity = accepted(Demo.withCheckDigit("99990119920305124"));

        assertEquals("ID_NUMBER_PLACE", identity.findings().getFirst().code());
        assertEquals(Finding.Weight.WARNING, identity.findings().getFirst().weight());
    }

    @Test
    @DisplayName("今天出生可以，明天不可以；1900年可以，1899年不可以")
    void birthDatesHaveBounds() {
        accepted(Demo.withCheckDigit("36090220231010124"));
        assertEquals("BIRTH_DATE_IN_FUTURE", code(Demo.withCheckDigit("36090220231011124")));
        accepted(Demo.withCheckDigit("36090219000101124"));
        assertEquals("BIRTH_DATE_TOO_EARLY", code(Demo.withCheckDigit("36090218991231124")));
    }

    @Test
    @DisplayName("每种错误有自己的说法")
    void eachFaultHasItsCode() {
        assertEquals("ID_NUMBER_MISSING", code("  "));
        assertEquals("ID_NUMBER_15_DIGITS", code("360902920305124"));
        assertEquals("ID_NUMBER_SHAPE", code("3609021992030512"));
        assertEquals("ID_NUMBER_BIRTH_DATE", code("360902199202301247"));
        assertEquals("ID_NUMBER_DAMAGED", code("3.60902199203E+17"));
    }

    @Test
    @DisplayName("校验码与所用的库一致；改一位即错")
    void theCheckDigitAgreesWithTheLibrary() {
        var random = new Random(20231010);
        for (var i = 0; i < 2000; i++) {
            var birth = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(30_000));
            var number = Demo.withCheckDigit(
                    "%06d%s%03d".formatted(360902, birth.toString().replace("-", ""), random.nextInt(1000)));
            assertTrue(IdcardUtil.isValidCard18(number), number);
            accepted(number);
            var wrong = number.substring(0, 17) + (number.charAt(17) == 'X' ? '0' : 'X');
            assertEquals("ID_NUMBER_CHECK_DIGIT", code(wrong));
        }
    }
}
