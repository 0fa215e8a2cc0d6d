package jumin.claims.payout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jumin.claims.ClaimsProblem;
import jumin.platform.problem.Problem;
import jumin.platform.problem.ProblemException;
import jumin.regulation.Money;

/**
 * 回盘文件 out of its lines: the batch's own file with the bank's word on each line. What the bank repeats of a line (amount, account)
 * must be what was sent, so another batch's file is noticed. Pure.
 */
final class ReadBankAnswers {

    private static final int MOST_FAULTS = 100;
    private static final int LONGEST_REASON = 200;
    private static final String HINT = "第一行为列名：序号、结果（成功、失败）、原因；可保留下载文件的金额、账号等列";

    /** 回盘文件的列, by any of its names. */
    private enum Column {
        LINE("序号", "行号"),
        OUTCOME("结果", "处理结果", "状态"),
        REASON("原因", "失败原因", "退汇原因", "备注"),
        AMOUNT("金额"),
        ACCOUNT("账号");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }

        private static Optional<Column> of(String heading) {
            var plain = heading.strip().replace("\uFEFF", "");
            return Arrays.stream(values())
                    .filter(column -> column.names.contains(plain))
                    .findFirst();
        }
    }

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final Map<Integer, Payouts.BankLine> sent;
    private final List<BankAnswer> answers = new ArrayList<>();
    private final List<Problem.FieldError> faults = new ArrayList<>();

    private ReadBankAnswers(List<String> headings, List<Payouts.BankLine> sent) {
        this.sent = sent.stream().collect(Collectors.toMap(Payouts.BankLine::line, Function.identity()));
        for (var at = 0; at < headings.size(); at++) {
            var place = at;
            Column.of(headings.get(at)).ifPresent(column -> places.putIfAbsent(column, place));
        }
        if (!places.containsKey(Column.LINE) || !places.containsKey(Column.OUTCOME)) {
            throw ProblemException.field(ClaimsProblem.RETURN_FILE_UNREADABLE, "/file", "第一行缺少“序号”或“结果”列", HINT);
        }
    }

    /**
     * @param rows the headings first
     * @param sent the lines of the batch
     */
    static List<BankAnswer> of(List<List<String>> rows, List<Payouts.BankLine> sent) {
        if (rows.size() < 2) {
            throw ProblemException.field(ClaimsProblem.RETURN_FILE_UNREADABLE, "/file", "文件没有明细", HINT);
        }
        return new ReadBankAnswers(rows.getFirst(), sent).read(rows);
    }

    private List<BankAnswer> read(List<List<String>> rows) {
        for (var at = 1; at < rows.size() && faults.size() < MOST_FAULTS; at++) {
            var cells = rows.get(at);
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            try {
                answers.add(answer(cells));
            } catch (IllegalArgumentException wrong) {
                faults.add(new Problem.FieldError(
                        "/file",
                        ClaimsProblem.RETURN_FILE_UNREADABLE.name(),
                        "第 " + (at + 1) + " 行：" + wrong.getMessage(),
                        HINT));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    ClaimsProblem.RETURN_FILE_UNREADABLE,
                    "回盘文件有 " + faults.size() + " 行不能采用，什么也没有登记。",
                    faults,
                    List.of());
        }
        return answers;
    }

    private BankAnswer answer(List<String> cells) {
        var written = text(cells, Column.LINE);
        if (!written.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("序号“" + written + "”不是下载文件中的序号");
        }
        var line = Integer.valueOf(written);
        var known = Optional.ofNullable(sent.get(line))
                .orElseThrow(() -> new IllegalArgumentException("本批没有序号 " + line + "，请核对是否为本批次的回盘"));
        compare(cells, known);
        var reason = text(cells, Column.REASON);
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("原因超过 " + LONGEST_REASON + " 个字符");
        }
        var paid = paid(text(cells, Column.OUTCOME));
        if (!paid && reason.isEmpty()) {
            throw new IllegalArgumentException("未付出的须写明银行所说的原因，如 户名不符");
        }
        return new BankAnswer(line, paid, reason);
    }

    private void compare(List<String> cells, Payouts.BankLine known) {
        var amount = text(cells, Column.AMOUNT).replace(",", "");
        if (!amount.isEmpty()
                && !(amount.matches("\\d{1,12}(\\.\\d{1,2})?")
                        && Money.yuan(amount).equals(known.amount()))) {
            throw new IllegalArgumentException("金额“" + amount + "”与送出的 " + known.amount() + " 不符");
        }
        var account = text(cells, Column.ACCOUNT);
        if (!account.isEmpty() && !account.equals(known.account())) {
            throw new IllegalArgumentException("账号与送出的不符");
        }
    }

    private static boolean paid(String outcome) {
        return switch (outcome) {
            case "成功", "已付", "支付成功", "交易成功" -> true;
            case "失败", "未付", "支付失败", "交易失败", "退回", "退汇" -> false;
            default -> throw new IllegalArgumentException("结果“" + outcome + "”应为 成功 或 失败");
        };
    }

    /** Empty where the file has no such column; a table program may have put a tab or a quotation mark before a number. */
    private String text(List<String> cells, Column column) {
        var place = places.get(column);
        return place == null || place >= cells.size()
                ? ""
                : cells.get(place).strip().replaceFirst("^'", "");
    }
}
