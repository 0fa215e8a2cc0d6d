package jumin.enrollment.progress;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jumin.paper.ListSheet;

/** 参保进度的表格形式: the same numbers as on the screen, for the leaders' report. */
final class ProgressSheet {

    private static final List<String> COLUMNS =
            List.of("名次", "区划代码", "区划", "应参保", "任务", "已参保", "当日新增", "上年同日", "可扣除", "参保率%", "扣除后参保率%", "距任务", "未参保原因");

    private ProgressSheet() {}

    /** @param by who takes it out */
    static byte[] of(ProgressView view, String by) {
        var above = List.of(
                List.of(view.benefitYear() + "年度参保进度（" + view.on() + "）"),
                List.of("导出人：" + by + "　应参保人数有任务的按任务，没有的按已登记人数；名次按扣除后参保率"));
        var rows = view.items().stream().map(ProgressSheet::row).toList();
        return ListSheet.of(new ListSheet.Contents("参保进度", above, COLUMNS, rows));
    }

    private static List<Object> row(ProgressView.DivisionProgress one) {
        return List.of(
                one.rank(),
                one.divisionCode(),
                one.divisionName(),
                one.shouldBe(),
                one.target().map(Object::toString).orElse("—"),
                one.enrolled(),
                one.today(),
                one.lastYearSameDay(),
                one.excused(),
                new BigDecimal(one.plainRate()),
                new BigDecimal(one.rate()),
                one.missing().map(Object::toString).orElse("—"),
                reasons(one));
    }

    private static String reasons(ProgressView.DivisionProgress one) {
        return Arrays.stream(AbsenceReason.values())
                .filter(one.reasons()::containsKey)
                .map(reason -> reason.chinese() + one.reasons().get(reason))
                .collect(Collectors.joining("、"));
    }
}
