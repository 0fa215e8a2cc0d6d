package jumin.regulation.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

@DisplayName("有误的法规数据：错误写明文件、行、怎么办")
class BrokenLawTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String FILES = "cities/haixin/";
    private static final String CAP = "values: [{from: 2025-01-01, cells: {all: 200000.00}}]";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{3}")
    @CsvFileSource(resources = "/broken-law.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = false)
    void oneChangeBreaksIt(String file, String from, String to, String expected) {
        var printed = SixthCity.in(folder)
                .with(FILES + file, from.replace("\\n", "\n"), to == null ? "" : to.replace("\\n", "\n"))
                .checked(DAY);

        assertTrue(printed.startsWith("1\n") && printed.contains(expected), printed);
        var told = printed.substring(printed.indexOf(expected));
        assertTrue(told.contains("\n   = "), printed);
        assertTrue(
                told.lines().skip(1).findFirst().orElseThrow().matches("  --> .*" + FILES + file + ":\\d+"), printed);
    }

    @Test
    @DisplayName("各时期重叠、有空档、次序颠倒")
    void periodsMustTouch() {
        assertTrue(capped("{from: 2025-01-01, until: 2025-12-31, cells: {all: 200000.00}}, {from: 2025-12-31, cells:"
                        + " {all: 200000.00}}")
                .contains("与前一版本的日期重叠"));
        assertTrue(capped("{from: 2025-01-01, until: 2025-12-30, cells: {all: 200000.00}}, {from: 2026-01-01, cells:"
                        + " {all: 200000.00}}")
                .contains("与前一版本之间有空档：2025-12-31 至 2025-12-31 没有规定\n"));
        assertTrue(capped("{from: 2025-01-01, cells: {all: 200000.00}}, {from: 2026-01-01, cells: {all: 200000.00}}")
                .contains("后面还有版本，须写 until\n"));
        assertTrue(capped("{from: 2025-01-02, until: 2025-01-01, cells: {all: 200000.00}}")
                .contains("until 早于 from"));
    }

    private String capped(String values) {
        return SixthCity.in(folder.resolve("c" + Math.abs(values.hashCode())))
                .with(SixthCity.INPATIENT, CAP, "values: [" + values + "]")
                .checked(DAY);
    }

    @Test
    @DisplayName("一个时期的值没有案例用到，另一个时期的用到了也不算")
    void aPeriodThatNoCaseReads() {
        var printed =
                capped("{from: 2025-01-01, until: 2026-12-31, cells: {all: 200000.00}}, {from: 2027-01-01, cells: {all:"
                        + " 200000.00}}");

        assertTrue(printed.startsWith("1\n"), printed);
        assertTrue(printed.contains("错误：pool.annual_cap：值 200000.00没有案例用到"), printed);
        assertTrue(printed.contains("1 处错误"), printed);
    }

    @Test
    @DisplayName("失效的文件：到期次日起是错误，写明条款")
    void anExpiredInstrument() {
        var law = SixthCity.in(folder)
                .with(
                        FILES + "city.yaml",
                        "in_force_from: 2025-01-01",
                        "in_force_from: 2025-01-01\n  in_force_until: 2026-11-21");

        assertTrue(law.checked(DAY.minusDays(1)).startsWith("0\n"));
        var printed = law.checked(DAY);
        assertTrue(printed.startsWith("1\n"), printed);
        assertTrue(printed.contains("《海新市城乡居民基本医疗保险办法第二十条》已于 2026-11-21 失效"), printed);
    }

    @Test
    @DisplayName("缺少对应的规定是警告，不是错误")
    void aMissingCounterpartIsAWarning() {
        var printed = SixthCity.in(folder)
                .with(FILES + "03-outpatient.yaml", "  benefit.dual_channel: {title: 双通道药品, not_provided: 条文未设}\n", "")
                .checked(DAY);

        assertTrue(printed.startsWith("0\n"), printed);
        assertTrue(printed.contains("警告：没有写明 benefit.dual_channel"), printed);
    }

    @Test
    @DisplayName("程序必需的规定，缺几条一次说完")
    void missingRulesAreToldTogether() {
        var printed = SixthCity.in(folder)
                .with(FILES + "01-enrollment.yaml", "chapter: 甲\nrules: {}\n")
                .checked(DAY);

        assertTrue(printed.startsWith("1\n"), printed);
        for (var key :
                new String[] {"entitlement.eligibility", "refund.verdict", "fund.use", "contribution.individual"}) {
            assertTrue(printed.contains("错误：没有规定 " + key), key + printed);
        }
    }

    @Test
    @DisplayName("没有列入清单的文件、没有原文、读不懂的文件")
    void filesThatCannotBeRead() {
        var stray = SixthCity.in(folder.resolve("a")).with(FILES + "05-more.yaml", "chapter: 甲\nrules: {}\n");
        assertTrue(stray.checked(DAY).contains("错误：这个文件没有列入 index.txt，不会被读取"));

        var silent = SixthCity.in(folder.resolve("b")).without(FILES + "instrument.txt");
        assertTrue(silent.checked(DAY).contains("错误：读不到这个文件"));

        var empty = SixthCity.in(folder.resolve("c")).with(FILES + "04-protection.yaml", "");
        assertTrue(empty.checked(DAY).contains("错误：一个文件写一份内容"));
    }

    @Test
    @DisplayName("统筹区文件、原文、几章各有错误：一次说完")
    void mistakesInSeveralFilesAreToldTogether() {
        var told = SixthCity.in(folder)
                .with(FILES + "city.yaml", "province: haixia", "provinse: haixia")
                .with(FILES + "instrument.txt", "超过支付标准的部分不予支付", "超过支付标准的部分不支付")
                .with(SixthCity.INPATIENT, "    title: 先行自付比例\n    cite: 第四条\n", "    title: 先行自付比例\n")
                .with(
                        FILES + "03-outpatient.yaml",
                        "rules:\n",
                        "rules:\n  item.ceiling: {title: 支付标准, gap: 写了两次, cite: 第四条}\n")
                .checked(DAY);

        assertTrue(told.contains("provinse"), told);
        assertTrue(told.contains("引文不在原文中"), told);
        assertTrue(told.contains("缺少条款 cite"), told);
        assertTrue(told.contains("在同一层级写了两次"), told);
    }

    @Test
    @DisplayName("很久没有核对、没有核对日期是警告")
    void valuesThatNobodyComparedForLong() {
        assertTrue(SixthCity.in(folder.resolve("a"))
                .checked(DAY.plusMonths(24).plusDays(1))
                .contains("警告：pool.annual_cap：上次核对已超过 24m"));
        assertTrue(SixthCity.in(folder.resolve("b"))
                .with(SixthCity.INPATIENT, "    checked: 2026-11-22\n    " + CAP, "    " + CAP)
                .checked(DAY)
                .contains("警告：pool.annual_cap：没有核对日期"));
    }
}
