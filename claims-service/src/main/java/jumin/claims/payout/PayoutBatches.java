package jumin.claims.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final String BATCHES = """
            select b.id, count(l.line), coalesce(sum(l.amount_fen), 0)::bigint, b.made_on, b.state, b.note
            from payout_batch b left join payout_batch_line l on l.batch = b.id
            """;
    private static final int MOST_LINES = 10_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Payouts payouts;
    private final KeepPayouts keep;
    private final SetOff setOff;
    private final Sql database;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    PayoutBatches(
            Payouts payouts,
            KeepPayouts keep,
            SetOff setOff,
            Sql database,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.payouts = payouts;
        this.keep = keep;
        this.setOff = setOff;
        this.database = database;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** A batch with its sums. */
    @Schema(description = "支付批次：SENT 已送银行、RETURNED 已回盘")
    public record BatchView(UUID id, int lines, Money total, LocalDate madeOn, String state, String note) {}

    /** In the transaction of the idempotency key. */
    BatchView make(String note) {
        var id = TimeOrderedId.next();
        var division = caller.get().scope().division().from();
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        database.update(
                "insert into payout_batch (id, division_path, made_by, made_on, note) values (?, ?, ?, ?, ?)",
                id,
                division,
                caller.get().id(),
                today,
                note);
        if (payouts.batch(id, MOST_LINES) == 0) {
            throw new ProblemException(ClaimsProblem.NOTHING_TO_PAY, "本辖区没有待支付的款项。");
        }
        audit.changed("payout-batch", id, division, note);
        return view(id);
    }

    @Transactional
    public BatchView view(UUID id) {
        return database.first(BATCHES + "where b.id = ? group by b.id", PayoutBatches::batch, id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此支付批次，或不在您的数据范围。"));
    }

    /** A line as it was sent to the bank; the payment may be another county's to see by now. */
    @Schema(name = "PayoutBatchLine", description = "支付批次的一行：送银行时的户名（遮蔽）、金额；payout 为应付的一笔")
    public record LineView(int line, UUID payout, String payeeName, Money amount) {}

    @Transactional
    public List<LineView> lines(UUID id, int after, int limit) {
        view(id);
        audit.read("payout-batch-lines", id, caller.get().scope().division().from());
        return payouts.lines(id, after, limit);
    }

    /** In the order in which they were made. */
    @Transactional
    public List<BatchView> page(Optional<UUID> after, int limit) {
        return database.list(
                BATCHES + "where (?::uuid is null or b.id > ?) group by b.id order by b.id limit ?",
                PayoutBatches::batch,
                after,
                after,
                limit);
    }

    private static BatchView batch(ResultSet row) throws SQLException {
        return new BatchView(
                row.getObject(1, UUID.class),
                row.getInt(2),
                Money.ofFen(row.getLong(3)),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getString(6));
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

    /** What the bank was sent, to compare with what it sends back. */
    @Transactional
    List<Payouts.BankLine> sent(UUID id) {
        view(id);
        return payouts.bankLines(id);
    }

    /** A cell that begins like a formula is no formula. */
    private static String quoted(String cell) {
        var plain = cell.matches("^[=+@-].*") ? "'" + cell : cell;
        return "\"" + plain.replace("\"", "\"\"") + "\"";
    }

    /** Every line must be answered once. */
    BatchView returned(UUID id, List<BankAnswer> answers) {
        view(id);
        var lines =
                payouts.bankLines(id).stream().collect(Collectors.toMap(Payouts.BankLine::line, Function.identity()));
        var answered = new HashSet<Integer>();
        for (var i = 0; i < answers.size(); i++) {
            refuse(answers.get(i), "/lines/" + i, lines.keySet(), answered);
        }
        if (answered.size() != lines.size()) {
            throw new ProblemException(
                    ClaimsProblem.RETURN_FILE_DIFFERS,
                    "回盘须逐行对应：本批 " + lines.size() + " 行，回盘 " + answers.size() + " 行。");
        }
        if (database.update("update payout_batch set state = 'RETURNED' where id = ? and state = 'SENT'", id) == 0) {
            throw new ProblemException(ClaimsProblem.PAYOUT_STATE_DIFFERS, "该批次已回盘，或不在您的数据范围。");
        }
        payouts.lockYears(answers.stream()
                .filter(answer -> !answer.paid())
                .map(answer -> lines.get(answer.line()).payout())
                .toList());
        for (var answer : answers) {
            var payout = lines.get(answer.line()).payout();
            if (answer.paid()) {
                keep.move(payout, PayoutState.IN_BATCH, PayoutState.PAID, answer.said());
            } else {
                setOff.rejected(payout, answer.said());
            }
        }
        return view(id);
    }

    /** Each line of the batch once; whoever was not paid is told why. */
    private static void refuse(BankAnswer answer, String pointer, Set<Integer> lines, Set<Integer> answered) {
        if (!lines.contains(answer.line())) {
            throw ProblemException.field(
                    ClaimsProblem.RETURN_FILE_DIFFERS,
                    pointer + "/line",
                    "本批没有第 " + answer.line() + " 行",
                    "请核对是否为本批次的回盘");
        }
        if (!answered.add(answer.line())) {
            throw ProblemException.field(
                    ClaimsProblem.RETURN_FILE_DIFFERS,
                    pointer + "/line",
                    "回盘中第 " + answer.line() + " 行出现两次",
                    "每行只答一次，请删去多余的");
        }
        if (!answer.paid() && answer.said().isEmpty()) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID, pointer + "/reason", "未付出的须写明银行所说的原因", "如 户名不符");
        }
    }
}
