package jumin.regulation.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("法规数据")
class LawDataTest {

    private static final String BENEFITS = "cities/yichun/06-benefits.yaml";

    @Test
    @DisplayName("引文逐字出自原文，清单列出全部文件")
    void theDataLoadsAndTheIndexNamesEveryFile() throws IOException {
        assertEquals(
                LawLibrary.load().areas(), LawLibrary.load(LawFiles.source()).areas());

        try (Stream<Path> files = Files.walk(LawFiles.FOLDER)) {
            var found = files.map(path -> LawFiles.FOLDER.relativize(path).toString())
                    .filter(path -> path.matches("(national|provinces/[^/]+|cities/[^/]+)/[^/]+\\.yaml"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(found, new TreeSet<>(LawFiles.source().paths()), "请把新文件列入 index.txt");
        }
    }

    @Test
    @DisplayName("引文改动一个数字即报错，并指出文件和行")
    void aChangedDigitInAQuoteIsFound() {
        var problem = problem(BENEFITS, "quote: 起付标准 100元 400元 600元", "quote: 起付标准 100元 400元 700元");

        assertTrue(
                problem.lines()
                        .findFirst()
                        .orElseThrow()
                        .matches(
                                "cities/yichun/06-benefits\\.yaml:\\d+ 引文不在原文中.*700元；“100元400元”之后，原文是“600元支付比例”，引文是“700元”"),
                problem);
    }

    @Test
    @DisplayName("原文改动一个数字即报错")
    void aChangedDigitInTheTextIsFound() {
        var problem = problem("cities/yichun/instrument.txt", "年度最高支付限额为10万元", "年度最高支付限额为12万元");

        assertTrue(problem.contains("引文不在原文中"), problem);
    }

    @Test
    @DisplayName("值改动而引文没有改即报错")
    void aChangedValueUnderTheSameQuoteIsFound() {
        assertTrue(problem(BENEFITS, "tertiary: 600.00", "tertiary: 700.00").contains("值 700.00 不在引文中"));
        assertTrue(problem(BENEFITS, "cells: {all: 100000.00}", "cells: {all: 120000.00}")
                .contains("值 120000.00"));
        assertTrue(problem(BENEFITS, "tertiary: 60%", "tertiary: 65%").contains("值 65%"));
    }

    @Test
    void overlappingVersionsAreFound() {
        var overlap =
                "values: [{from: 2024-01-01, until: 2024-06-30, cells: {all: 100000.00}}, {from: 2024-06-30, cells:"
                        + " {all: 100000.00}}]";

        assertTrue(problem(BENEFITS, "values: [{from: 2024-01-01, cells: {all: 100000.00}}]", overlap)
                .contains("日期重叠"));
    }

    @Test
    void aVersionWithoutEndBeforeAnotherIsFound() {
        var open = "values: [{from: 2024-01-01, cells: {all: 100000.00}}, {from: 2025-01-01, cells: {all: 100000.00}}]";

        assertTrue(problem(BENEFITS, "values: [{from: 2024-01-01, cells: {all: 100000.00}}]", open)
                .contains("须写 until"));
    }

    @Test
    void unknownKeysAndMissingArticlesAreFound() {
        assertTrue(problem(BENEFITS, "unit: rate\n    axes: [class.travel]", "uint: rate\n    axes: [class.travel]")
                .contains("不认识的键“uint”"));
        assertTrue(problem(BENEFITS, "    title: 起付标准\n    cite: 第二十八条", "    title: 起付标准")
                .contains("缺少条款 cite"));
        assertTrue(problem(BENEFITS, "    quote: 起付标准 100元 400元 600元\n", "").contains("须逐字引用原文"));
        assertTrue(
                problem(BENEFITS, "from: 2024-01-01, cells: {all: 100000.00}", "from: 2024年, cells: {all: 100000.00}")
                        .contains("“2024年”写法不对；须为日期"));
        assertTrue(problem(BENEFITS, "chapter:", "chapter: 甲\nchapter:").contains("键“chapter”重复"));
        assertTrue(problem(BENEFITS, "rules:", "rules: [").contains("格式有误"));
    }

    private static String problem(String file, String from, String to) {
        var source = LawFiles.changed(file, from, to);
        return LawFiles.problems(source);
    }

    @Test
    @DisplayName("版本号随值而变，不随注释、核对日期、引文而变")
    void theReleaseFollowsTheValues() {
        var release = release(LawFiles.source());

        assertTrue(release.matches("yichun@[0-9a-f]{16}"), release);
        assertEquals(
                release, release(LawFiles.changed(BENEFITS, "checked: 2026-11-22", "checked: 2027-01-01  # 又核对了一次")));
        assertEquals(
                release, release(LawFiles.changed(BENEFITS, "quote: 起付标准 100元 400元 600元", "quote: 100元 400元 600元")));
        assertNotEquals(release, release(LawFiles.withHigherDeductible()));
    }

    private static String release(LawSource source) {
        return LawLibrary.load(source)
                .law("360900", LocalDate.of(2024, 5, 1), true)
                .release();
    }

    @Test
    void anAreaWithoutDataHasNoLaw() {
        var library = LawLibrary.load();

        assertThrows(IllegalArgumentException.class, () -> library.law("999999", LocalDate.of(2024, 5, 1), true));
        assertTrue(library.find("999999", LocalDate.of(2024, 5, 1), true).isEmpty());
    }

    @Test
    @DisplayName("国家等待期自2025年起代替本市90日（第六十八条）")
    void theNationalWaitReplacesTheCitysFrom2025() {
        var library = LawLibrary.load();

        assertEquals(Layer.CITY, layer(library, LocalDate.of(2024, 12, 31)));
        assertEquals(Layer.NATIONAL, layer(library, LocalDate.of(2025, 1, 1)));
    }

    private static Layer layer(LawLibrary library, LocalDate on) {
        return library.law("360900", on, true).get("waiting.period").rule().layer();
    }
}
