package jumin.regulation.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import jumin.regulation.cases.CheckCasesRun;
import jumin.regulation.law.LawLibrary;
import jumin.regulation.law.LawSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("作者写得出的步骤：算的是写的，缺的暂缓，写错的说出来")
class AuthoredStepsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String VOCABULARY = "cities/haixin/vocabulary.yaml";
    private static final String ENROLLMENT = "cities/haixin/01-enrollment.yaml";
    private static final String PROTECTION = "cities/haixin/04-protection.yaml";
    private static final String CEILING = "            at_most: inpatient.points_ceiling\n";
    private static final String ASSUMED = """
              inpatient.highest:
                title: 提高后的最高比例
                assumption: 测试
                unit: rate
                checked: 2026-11-22
                values: [{from: 2025-01-01, cells: {all: 93%}}]
              critical_illness.highest:
                title: 大病保险提高后的最高比例
                assumption: 测试
                unit: rate
                checked: 2026-11-22
                values: [{from: 2025-01-01, cells: {all: 62%}}]
              pool.increment:
                title: 限额增加
                assumption: 测试
                unit: CNY
                checked: 2026-11-22
                values: [{from: 2025-01-01, cells: {all: 50.00}}]
              benefit.maternity:
            """.indent(0);

    @TempDir
    private Path folder;

    private SixthCity law;

    @BeforeEach
    void copy() {
        law = SixthCity.in(folder)
                .with(SixthCity.INPATIENT, "  benefit.maternity:\n", ASSUMED)
                .with(
                        VOCABULARY,
                        "    student: {flag: }\n",
                        "    student: {flag: }\n    local_amount: {amount: }\n    local_count: {count: }\n");
    }

    /** What check-cases says of a student's stay in a primary hospital. */
    private String stay(String amount, String facts, String expected) {
        law.with("one.yaml", """
                - id: ONE
                  city: haixin
                  area: settlement
                  facts:
                    benefit: inpatient
                    provider_level: primary
                    student: true
                    admission_date: 2025-03-01
                    discharge_date: 2025-03-09
                    items: [{class: A, kind: service, amount: "%s"}]
                    accumulators: {stays_ytd: 0}
                %s
                  expected: {%s}
                """.formatted(amount, facts, expected));
        return run();
    }

    private String run() {
        var library = LawLibrary.load(LawSource.folder(folder));
        assertTrue(library.refused().isEmpty(), library.refused()::toString);
        return CheckCasesRun.of(library, folder.resolve("one.yaml"));
    }

    private static void passed(String printed) {
        assertTrue(printed.endsWith("1 passed, 0 failed\n"), printed);
    }

    @ParameterizedTest(name = "{0}：{1}")
    @DisplayName("分段比例的降低、提高，逐段算")
    @CsvSource({
        "minus: inpatient.points_ceiling, 8900.00",
        "lowered_by: inpatient.points_ceiling, 8960.00",
        "raised_by: inpatient.points_ceiling, 10000.00",
        "ratio_at_most: inpatient.highest, 9300.00"
    })
    void aBandedRatioIsAdjusted(String adjustment, String pays) {
        law.with(SixthCity.INPATIENT, CEILING, CEILING + "            " + adjustment + "\n");

        passed(stay("10300.00", "", "pool_pay: \"" + pays + "\""));
    }

    @Test
    @DisplayName("提高后的比例上限：每段各自以上限为限；不够上限的照加")
    void theRaisedRatioHasACeilingInEachBand() {
        law.with(SixthCity.INPATIENT, CEILING, CEILING + "            ratio_at_most: inpatient.highest\n");

        passed(stay("20300.00", "", "pool_pay: \"18600.00\""));
        assertTrue(stay("20300.00", "", "pool_pay: \"0.00\"").contains("提高后的最高比例  93%"));
    }

    @Test
    @DisplayName("超过起付线的部分：提高后的比例上限，一个比例的、分段的")
    void aRatioAboveALineHasACeiling() {
        var ratio = "[critical_illness.ratio, critical_illness.extra_points]\n";
        law.with(PROTECTION, ratio, "inpatient.highest\n            ratio_at_most: critical_illness.highest\n");
        passed(stay("400300.00", "", "critical_illness_pay: \"114886.00\""));

        law.with(PROTECTION, "rate: inpatient.highest\n", "rate: " + ratio);
        passed(stay("400300.00", "", "critical_illness_pay: \"113886.00\""));
        assertTrue(stay("400300.00", "", "pool_pay: \"0.00\"").contains("大病保险提高后的最高比例  62%"));
    }

    @Test
    @DisplayName("加点的上限不是比例的上限")
    void aCeilingOfPointsIsNoRatio() {
        var wrong = law.with(SixthCity.INPATIENT, CEILING, CEILING.replace("points_ceiling", "highest"))
                .checked(DAY);
        assertTrue(wrong.contains("“inpatient.highest”的 unit 是 rate，此处须为 points"), wrong);

        var other = law.with(
                        SixthCity.INPATIENT,
                        "            at_most: inpatient.highest\n",
                        CEILING + "            ratio_at_most: inpatient.points_ceiling\n")
                .checked(DAY);
        assertTrue(other.contains("“inpatient.points_ceiling”的 unit 是 points，此处须为 rate"), other);
    }

    @Test
    @DisplayName("限额加增加的数额")
    void aLimitWithAnIncrement() {
        law.with(
                SixthCity.INPATIENT,
                "{limit: pool, to: pool.annual_cap,",
                "{limit: pool, to: mutual_aid.amount, plus: pool.increment,");

        passed(stay("10300.00", "", "pool_pay: \"150.00\""));
        assertTrue(stay("10300.00", "", "pool_pay: \"0.00\"").matches("(?s).*其中 限额增加 +50\\.00.*"));
    }

    @Test
    @DisplayName("据实支付不超过总额；某个数额的一个比例；规定的余额")
    void amountsOfOtherThanTheRest() {
        law.with(
                SixthCity.INPATIENT,
                "amount: mutual_aid.amount, when: {class.person: elder}",
                "amount: mutual_aid.amount, of: total");
        assertTrue(stay("350.00", "", "mutual_aid: \"0.00\"").contains("mutual_aid：应为 \"0.00\"，实为 \"100.00\""));

        law.with(
                SixthCity.INPATIENT,
                "{left: above_deductible, of: remaining}",
                "{bear: off_area_prepayment, rate: inpatient.highest, of: deductible}, {left: above_deductible, of: pool.annual_cap, less: deductible}"
                        .replace("}, {", "}\n          - {"));
        passed(stay("10300.00", "", "off_area_self_prepay: \"279.00\", above_deductible: \"199700.00\""));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("没有给出的数额、次数不是零，也不是别的数：暂缓，写明缺哪个事实")
    @CsvSource(
            delimiter = '|',
            value = {
                "before: accumulators.inpatient_scope_ytd|before: local_amount",
                "less: accumulators.chain_deductible}|less: local_amount}",
                "used: accumulators.pool_paid_ytd, note|used: local_amount, note",
                "{left: above_deductible, of: remaining}|{left: above_deductible, of: local_amount}",
                "{left: above_deductible, of: remaining}|{left: above_deductible, of: remaining, less: local_amount}",
                "amount: mutual_aid.amount, when: {class.person: elder}|amount: mutual_aid.amount, times: local_count",
            })
    void aMissingNumberHolds(String from, String to) {
        law.with(SixthCity.INPATIENT, from, to);

        var printed = stay("10300.00", "", "pool_pay: \"1.00\", denials: []");

        assertTrue(printed.contains("[\"PARAMETER_MISSING\"]"), printed);
        assertTrue(printed.contains("缺少事实 local_"), printed);
        var given = stay("10300.00", "    local_amount: \"0.00\"\n    local_count: 1", "denials: []");
        passed(given);
    }

    @Test
    @DisplayName("退费的金额没有给出：暂缓")
    void aMissingRefundAmountHolds() {
        law.with(VOCABULARY, "facts:\n", "facts:\n  refund: {remaining_amount: {amount: }}\n")
                .with(ENROLLMENT, "refund: person_paid}", "refund: remaining_amount}");
        var printed = refund("");

        assertTrue(printed.contains("实为 \"PARAMETER_MISSING\""), printed);
        assertFalse(printed.contains("922337"), printed);
        assertTrue(refund(", remaining_amount: \"30.00\"").contains("refund_amount：应为 \"1.00\"，实为 \"30.00\""));
    }

    private String refund(String facts) {
        law.with(
                "one.yaml",
                "- {id: ONE, city: haixin, area: refund, facts: {event: death, event_date: 2024-12-01, benefit_start:"
                        + " 2025-01-01, person_paid: \"400.00\"" + facts
                        + "}, expected: {refund_amount: \"1.00\", code: NONE}}\n");
        return run();
    }

    @Test
    @DisplayName("缺口分担：限额的事实没有给出的暂缓，写明不限的才不限")
    void aMissingLimitOfAShareHolds() {
        law.with(ENROLLMENT, "  fund.routes:\n", """
                  fund.gap:
                    title: 缺口
                    assumption: 测试
                    unit: shares
                    checked: 2026-11-22
                    values:
                      - from: 2025-01-01
                        first: []
                        shares:
                          - {to: from_risk_fund, title: 风险基金, up_to: [3 times county_extracted]}
                  fund.routes:
                """);
        var held = gap("");
        assertTrue(held.contains("code：应为 \"NONE\"，实为 \"PARAMETER_MISSING\""), held);
        assertTrue(gap(", county_extracted: \"10.00\"").contains("from_risk_fund：应为 \"1.00\"，实为 \"30.00\""));

        law.with(ENROLLMENT, "[3 times county_extracted]", "[3 times county_extracted], not_given: unlimited");
        assertTrue(gap("").contains("实为 \"480000.00\""));
    }

    private String gap(String facts) {
        law.with(
                "one.yaml",
                "- {id: ONE, city: haixin, area: fund, facts: {op: gap, gap: \"480000.00\"" + facts
                        + "}, expected: {from_risk_fund: \"1.00\", code: NONE}}\n");
        return run();
    }

    @Test
    @DisplayName("引用一列或一组值：指出文件和行，只有这个城市没有载入")
    void anAliasOfAListIsToldWithItsLine() {
        law.with(
                        SixthCity.INPATIENT,
                        "        counts:\n          - {add_to: pool_paid_ytd",
                        "        counts: &c\n          - {add_to: pool_paid_ytd")
                .with(
                        SixthCity.INPATIENT,
                        "        counts: [{add_to: pool_paid_ytd, amount: pool}]",
                        "        counts: *c");

        var printed = law.checked(DAY);

        assertTrue(printed.startsWith("1\n"), printed);
        assertTrue(printed.contains("错误：不能引用（*）一列或一组值"), printed);
        assertTrue(printed.contains("counts: *c"), printed);
    }
}
