package jumin.claims.manual;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jumin.claims.ClaimsProblem;
import jumin.claims.adjudication.ItemSubmission;
import jumin.claims.wire.Decimal;
import jumin.platform.problem.ProblemException;
import jumin.regulation.Money;

/** 费用明细 out of the lines of a file: what can be read becomes a line of the bill, what cannot is said with its place. Pure. */
final class ReadBillLines {

    private static final int MOST_LINES = 20_000;
    private static final int MOST_FAULTS = 100;
    private static final int LONGEST_CODE = 50;
    private static final int LONGEST_NAME = 200;

    private final Map<BillColumn, Integer> places = new EnumMap<>(BillColumn.class);
    private final List<ItemSubmission> items = new ArrayList<>();
    private final List<BillLinesView.Fault> faults = new ArrayList<>();

    private ReadBillLines(List<String> headings) {
        for (var at = 0; at < headings.size(); at++) {
            var place = at;
            BillColumn.of(headings.get(at)).ifPresent(column -> places.putIfAbsent(column, place));
        }
        var missing = Arrays.stream(BillColumn.values())
                .filter(column -> !places.containsKey(column))
                .map(BillColumn::title)
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            throw unreadable("第一行缺少列：" + missing, "第一行为列名：编码、名称、数量、单价、金额、费用日期");
        }
    }

    /** @param lines the headings first */
    static BillLinesView of(List<List<String>> lines) {
        if (lines.size() < 2 || lines.size() > MOST_LINES + 1) {
            throw unreadable("文件应有 1 至 " + MOST_LINES + " 行明细", "第一行为列名，其后每行一项费用");
        }
        return new ReadBillLines(lines.getFirst()).read(lines);
    }

    private BillLinesView read(List<List<String>> lines) {
        for (var at = 1; at < lines.size(); at++) {
            var cells = lines.get(at);
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            try {
                items.add(item(at, cells));
            } catch (IllegalArgumentException | ArithmeticException wrong) {
                fault(at + 1, wrong.getMessage());
            }
        }
        var total = items.stream().map(ItemSubmission::amount).reduce(Money.ZERO, Money::plus);
        return new BillLinesView(items, total, faults);
    }

    private void fault(int row, String text) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new BillLinesView.Fault(row, text));
        }
    }

    private ItemSubmission item(int number, List<String> cells) {
        return new ItemSubmission(
                number,
                text(cells, BillColumn.CODE, LONGEST_CODE),
                text(cells, BillColumn.NAME, LONGEST_NAME),
                decimal(cells, BillColumn.QUANTITY),
                decimal(cells, BillColumn.UNIT_PRICE),
                money(cells),
                day(cells),
                null,
                null,
                null,
                null,
                null);
    }

    private String text(List<String> cells, BillColumn column, int longest) {
        var place = places.get(column);
        var value = place < cells.size() ? cells.get(place).strip() : "";
        if (value.isEmpty() || value.length() > longest) {
            throw new IllegalArgumentException(column.title() + "必填，不超过 " + longest + " 个字符");
        }
        return value;
    }

    private Decimal decimal(List<String> cells, BillColumn column) {
        var value = text(cells, column, LONGEST_CODE);
        try {
            return Decimal.parse(value);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(column.title() + "“" + value + "”应为不超过六位小数的数", wrong);
        }
    }

    private Money money(List<String> cells) {
        var value = text(cells, BillColumn.AMOUNT, LONGEST_CODE);
        if (!value.matches("\\d{1,12}(\\.\\d{1,2})?")) {
            throw new IllegalArgumentException("金额“" + value + "”应为元，最多两位小数");
        }
        return Money.yuan(value);
    }

    private LocalDate day(List<String> cells) {
        var value = text(cells, BillColumn.DATE, LONGEST_CODE);
        try {
            return LocalDate.parse(value.replace('/', '-').replace('.', '-'));
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException("费用日期“" + value + "”不是日期（如 2024-03-02）", wrong);
        }
    }

    private static ProblemException unreadable(String message, String suggestion) {
        return ProblemException.field(ClaimsProblem.BILL_FILE_UNREADABLE, "/file", message, suggestion);
    }
}
