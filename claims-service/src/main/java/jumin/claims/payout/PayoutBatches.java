package jumin.claims.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jumin.claims.ClaimsProblem;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 支付批次: what goes to the bank together, its file, and what the bank says to each line. */
@ApplicationScoped
public class PayoutBatches {

    private static final int MOST_LINES = 10_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Payouts payouts;
    private final KeepPayouts keep;
    private final Sql database;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    PayoutBatches(Payouts payouts, KeepPayouts keep, Sql database, CurrentCaller caller, Audit audit, Clock clock) {
        this.payouts = payouts;
        this.keep = keep;
        this.database = database;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** A batch with its sums. */
    @Schema(description = "支付批次：SENT 已送银行、RETURNED 已回盘")
    public record BatchView(UUID id, int lines, Money total, LocalDate madeOn, String state) {}

    /** In the transaction of the idempotency key. */
    BatchView make() {
        var id = TimeOrderedId.next();
        var division = caller.get().scope().division().from();
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        database.update(
                "insert into payout_batch (id, division_path, made_by, made_on) values (?, ?, ?, ?)",
                id,
                division,
                caller.get().id(),
                today);
        if (payouts.batch(id, MOST_LINES) == 0) {
            throw new ProblemException(ClaimsProblem.NOTHING_TO_PAY, "本辖区没有待支付的款项。");
        }
        audit.changed("payout-batch", id, division, "");
        return view(id);
    }

    @Transactional
    public BatchView view(UUID id) {
        var lines = payouts.bankLines(id);
        return database.first(
                        "select made_on, state from payout_batch where id = ?",
                        row -> new BatchView(
                                id,
                                lines.size(),
                                lines.stream().map(Payouts.BankLine::amount).reduce(Money.ZERO, Money::plus),
                                row.getObject(1, LocalDate.class),
                                row.getString(2)),
                        id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此支付批次，或不在您的数据范围。"));
    }

    /** CSV with a byte order mark, accounts in clear: whoever fetches it leaves a trace. */
    @Transactional
    public byte[] file(UUID id) {
        view(id);
        audit.read("payout-batch-file", id, caller.get().scope().division().from());
        var text = payouts.bankLines(id).stream()
                .map(line -> line.line() + "," + quoted(line.payeeName()) + "," + quoted(line.bank()) + ",\t"
                        + line.account() + "," + line.amount())
                .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK + "序号,户名,开户行,账号,金额\r\n", "\r\n"));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A cell that begins like a formula is no formula. */
    private static String quoted(String cell) {
        var plain = cell.matches("^[=+@-].*") ? "'" + cell : cell;
        return "\"" + plain.replace("\"", "\"\"") + "\"";
    }

    /** Every line must be answered once. */
    BatchView returned(UUID id, List<BankAnswer> answers) {
        var lines =
                payouts.bankLines(id).stream().collect(Collectors.toMap(Payouts.BankLine::line, Function.identity()));
        var answered = answers.stream().map(BankAnswer::line).distinct().count();
        if (answered != lines.size()
                || answers.size() != lines.size()
                || !answers.stream().allMatch(one -> lines.containsKey(one.line()))) {
            throw new ProblemException(
                    ClaimsProblem.RETURN_FILE_DIFFERS,
                    "回盘须逐行对应：本批 " + lines.size() + " 行，回盘 " + answers.size() + " 行。");
        }
        if (database.update("update payout_batch set state = 'RETURNED' where id = ? and state = 'SENT'", id) == 0) {
            throw new ProblemException(ClaimsProblem.PAYOUT_STATE_DIFFERS, "该批次已回盘，或不在您的数据范围。");
        }
        for (var answer : answers) {
            var to = answer.paid() ? PayoutState.PAID : PayoutState.REJECTED;
            keep.move(lines.get(answer.line()).payout(), PayoutState.IN_BATCH, to, answer.said());
        }
        return view(id);
    }
}
