package jumin.regulation.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import jumin.regulation.cases.CheckCasesRun;
import jumin.regulation.law.LawSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("作者常犯的错误：一次说完，说原因，说怎么办")
class AuthoredMistakesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String CITY = "cities/haixin/";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("没有声明的代码、人员")
    void undeclaredCodesAndPeople() {
        var printed = SixthCity.in(folder)
                .with(CITY + "01-enrollment.yaml", "refuse: BENEFIT_PERIOD_STARTED", "refuse: BENEFIT_STARTED")
                .with(SixthCity.INPATIENT, "note: ANNUAL_CAP_REACHED", "note: ANNUAL_CAP_REACHD")
                .with(CITY + "01-enrollment.yaml", "for: [", "for: [interupted, ")
                .checked(DAY);

        assertTrue(printed.startsWith("1\n"), printed);
        assertTrue(printed.contains("没有声明代码“BENEFIT_STARTED”"), printed);
        assertTrue(printed.contains("没有声明代码“ANNUAL_CAP_REACHD”"), printed);
        assertTrue(printed.contains("是不是“ANNUAL_CAP_REACHED”"), printed);
        assertTrue(printed.contains("没有声明人员“interupted”"), printed);
        assertTrue(printed.contains("是不是“interrupted”"), printed);
    }

    @Test
    @DisplayName("一个文件里写错许多名称：一次说完")
    void allMisspeltNamesAreToldAtOnce() {
        var printed = SixthCity.in(folder)
                .with(SixthCity.INPATIENT, "{class.age: minor}", "{clas.age: minor}")
                .with(SixthCity.INPATIENT, "amount: inpatient.deductible,", "amount: inpatient.deductable,")
                .with(SixthCity.INPATIENT, "less: accumulators.chain_deductible", "less: accumulators.chain_deductable")
                .with(
                        SixthCity.INPATIENT,
                        "before: accumulators.inpatient_scope_ytd",
                        "before: accumulators.inpatient_scope")
                .with(SixthCity.INPATIENT, "{include: assistance.steps}", "{include: assistance.step}")
                .with(SixthCity.INPATIENT, "rate: day_surgery.ratio", "rate: day_surgery.ratios")
                .checked(DAY);

        for (var name : new String[] {
            "clas.age",
            "inpatient.deductable",
            "accumulators.chain_deductable",
            "accumulators.inpatient_scope",
            "assistance.step",
            "day_surgery.ratios"
        }) {
            assertTrue(printed.contains("“" + name + "”"), name + printed);
        }
    }

    @Test
    @DisplayName("不是 UTF-8 的文件、空的原文：说的是原因，不是每句引文")
    void anEncodingIsToldAsTheCause() throws IOException {
        var law = SixthCity.in(folder.resolve("a"));
        var path = folder.resolve("a").resolve(CITY + "instrument.txt");
        Files.write(path, Files.readString(path).getBytes("GB18030"));
        var wrong = law.checked(DAY);
        assertTrue(wrong.contains("错误：这个文件不是 UTF-8 编码"), wrong);
        assertFalse(wrong.contains("引文不在原文中"), wrong);

        var empty = SixthCity.in(folder.resolve("b"))
                .with(CITY + "instrument.txt", " \n")
                .checked(DAY);
        assertTrue(empty.contains("错误：原文是空的"), empty);
        assertFalse(empty.contains("引文不在原文中"), empty);
    }

    @Test
    @DisplayName("一个城市有误：它的案例不能核对，别的城市照常")
    void anotherCitysMistakeDoesNotStopTheCases() throws IOException {
        SixthCity.in(folder);
        var other = folder.resolve("cities/other");
        Files.createDirectories(other);
        Files.writeString(other.resolve("city.yaml"), "key: other\n");
        Files.writeString(
                folder.resolve("index.txt"), "\ncities/other/city.yaml\n", java.nio.file.StandardOpenOption.APPEND);
        var one = Files.writeString(
                folder.resolve("other.yaml"),
                "- {id: O, city: other, area: subsidy, facts: {}, expected: {tier: none}}\n");

        var printed = CheckCasesRun.of(LawSource.folder(folder), folder.resolve(CITY + "cases"), one);

        assertTrue(printed.contains("cities/other 没有载入"), printed);
        assertTrue(printed.contains("check-law other 列出全部错误"), printed);
        assertTrue(printed.endsWith("70 passed, 1 failed\n"), printed);
    }

    @Test
    @DisplayName("比例没有百分号、全角数字、全角标点、没有的日子、重复的键")
    void formsThatInputMethodsMake() {
        assertTrue(points("signed: 2, ").contains("是不是 2%？"));
        assertTrue(points("signed: 0.02, ").contains("是不是 2%？"));
        assertTrue(points("signed: ２%, ").contains("改成半角 2%"));
        assertTrue(points("signed： 2%, ").contains("全角冒号"));
        assertTrue(points("signed: 2%， ").contains("全角逗号"));
        assertTrue(points("signed: 2%, signed: 2%, ").contains("重复"));
        var day = SixthCity.in(folder.resolve("day"))
                .with(
                        SixthCity.INPATIENT,
                        "{from: 2025-01-01, cells: {all: 200000.00}}",
                        "{from: 2025-02-30, cells: {all: 200000.00}}")
                .checked(DAY);
        assertTrue(day.contains("没有 2025-02-30 这一天"), day);
        assertEquals(Optional.empty(), CheckLaw.day("2030/1/1"));
        assertEquals(Optional.of(DAY), CheckLaw.day("2026-11-22"));
    }

    private String points(String signed) {
        return SixthCity.in(folder.resolve("p" + Math.abs(signed.hashCode())))
                .with(SixthCity.INPATIENT, "cells: {signed: 2%, ", "cells: {" + signed)
                .checked(DAY);
    }

    @Test
    @DisplayName("还没有案例：每条规定一处，写明几处没有用到")
    void aCityWithoutCases() {
        var printed = SixthCity.in(folder).without(CITY + "cases/haixin.yaml").checked(DAY);

        assertTrue(printed.contains("错误：inpatient.deductible：7 处没有案例用到：值 300.00（第 "), printed);
    }

    @Test
    @DisplayName("按年龄的个人缴费标准不会被读取；写了 of 的支付不减少余下的费用")
    void whatLooksRightAndIsNot() {
        var read = SixthCity.in(folder.resolve("a"))
                .with(CITY + "01-enrollment.yaml", "  contribution.individual:\n", """
                          contribution.individual:
                            title: 个人缴费标准
                            assumption: 测试
                            unit: CNY
                            axes: [class.age]
                            checked: 2026-11-22
                            values: [{from: 2025-01-01, cells: {minor: 200.00, adult: 400.00, elder: 400.00}}]
                          contribution.other:
                        """.indent(0)
                        .replaceAll("(?m)^  (?=  )", "  "))
                .checked(DAY);
        assertTrue(read.contains("个人缴费标准不从这里读取"), read);

        var twice = SixthCity.in(folder.resolve("b"))
                .with(
                        SixthCity.INPATIENT,
                        "steps: [{pay: pool, rate: day_surgery.ratio}]",
                        "steps: [{pay: mutual_aid, of: total, rate: day_surgery.ratio}, {pay: pool, rate: day_surgery.ratio}]")
                .checked(DAY);
        assertTrue(twice.contains("写了 of 的 pay 不减少 remaining"), twice);
    }

    @Test
    @DisplayName("等待期：日与月不能相加；每中断一年增加若干日")
    void aWaitInDays() {
        var mixed = SixthCity.in(folder.resolve("a"))
                .with(CITY + "01-enrollment.yaml", "  fund.routes:\n", wait("months_per_lapse_year: 1"));
        assertTrue(mixed.checked(DAY).contains("fixed 按日，不能与按月的“months_per_lapse_year”相加"), mixed.checked(DAY));

        var law = SixthCity.in(folder.resolve("b"))
                .with(CITY + "01-enrollment.yaml", "  fund.routes:\n", wait("days_per_lapse_year: 30, at_most: 100d"));
        assertTrue(waited(law, 1).endsWith("1 passed, 0 failed\n"), waited(law, 1));
        assertTrue(waited(law, 2).contains("实为 \"2025-06-09\""), waited(law, 2));
    }

    private static String wait(String longer) {
        return """
                  waiting.period:
                    title: 等待期
                    assumption: 测试
                    unit: wait
                    checked: 2026-11-22
                    values: [{from: 2025-01-01, fixed: 60d, %s}]
                  fund.routes:
                """.formatted(longer);
    }

    /** Paid on 1 March: 60 days and 30 for each year, at most 100. */
    private String waited(SixthCity law, int years) {
        law.with("one.yaml", """
                - {id: ONE, city: haixin, area: entitlement, facts: {enrollment_type: interrupted, coverage_year: 2025, payment_date: 2025-03-01, lapse_years: %d}, expected: {benefit_start: 2025-05-30}}
                """.formatted(years));
        return CheckCasesRun.of(LawSource.folder(law.folder()), law.folder().resolve("one.yaml"));
    }
}
