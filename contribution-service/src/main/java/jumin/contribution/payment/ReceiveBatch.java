package jumin.contribution.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemCode;
import jumin.platform.problem.ProblemException;
import jumin.platform.problem.Problems;

/** Takes many vouchers in, each in a transaction of its own, and answers line by line in the same order. */
@ApplicationScoped
public class ReceiveBatch {

    private static final int MOST_LINES = 10_000;
    /** What a decoder puts where bytes are no character of the encoding. */
    private static final char REPLACED = '\uFFFD';

    private final ReceivePayment receive;
    private final Validator validator;
    private final ObjectMapper json;
    private final Problems problems;

    ReceiveBatch(ReceivePayment receive, Validator validator, ObjectMapper json, Problems problems) {
        this.receive = receive;
        this.validator = validator;
        this.json = json;
        this.problems = problems;
    }

    /** One line's answer: a receipt or a problem. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BatchLine(int line, String voucherNo, String status, PaymentReceipt receipt, LineProblem problem) {}

    /** Why a line was refused. */
    public record LineProblem(String code, String title, String detail) {}

    /** In the order of the request. */
    public record BatchAnswer(int accepted, int refused, List<BatchLine> lines) {

        static BatchAnswer of(List<BatchLine> lines) {
            var accepted =
                    (int) lines.stream().filter(line -> line.receipt() != null).count();
            return new BatchAnswer(accepted, lines.size() - accepted, List.copyOf(lines));
        }
    }

    public BatchAnswer array(List<PaymentSubmission> submissions) {
        var lines = new ArrayList<BatchLine>();
        for (var submission : submissions) {
            lines.add(one(lines.size() + 1, submission));
        }
        return BatchAnswer.of(lines);
    }

    /** One JSON record a line; an unreadable line is refused, the others are not. */
    public BatchAnswer ndjson(String text) {
        var lines = new ArrayList<BatchLine>();
        var records = text.lines().filter(any -> !any.isBlank()).toList();
        if (records.isEmpty() || records.size() > MOST_LINES) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID, "/", "一批须为1至" + MOST_LINES + "行", "请分批推送，或改用税务文件");
        }
        for (var line : records) {
            var number = lines.size() + 1;
            if (line.indexOf(REPLACED) >= 0) {
                lines.add(refused(number, "", PlatformProblem.BODY_MALFORMED, "本行不是 UTF-8；GB18030 请用税务文件接口。"));
                continue;
            }
            try {
                lines.add(one(number, json.readValue(line, PaymentSubmission.class)));
            } catch (JsonProcessingException unreadable) {
                lines.add(refused(number, "", PlatformProblem.BODY_MALFORMED, "本行不能识别，请检查字段名、类型和编码（UTF-8）。"));
            }
        }
        return BatchAnswer.of(lines);
    }

    /** One voucher; what is wrong with it is part of the answer. */
    public BatchLine one(int number, PaymentSubmission submission) {
        if (submission == null) {
            return refused(number, "", PlatformProblem.FIELD_INVALID, "本行为空");
        }
        var faults = validator.validate(submission);
        if (!faults.isEmpty()) {
            var text = faults.stream()
                    .map(fault -> fault.getPropertyPath() + " " + fault.getMessage())
                    .sorted()
                    .collect(Collectors.joining("；"));
            return refused(number, submission.voucherNo(), PlatformProblem.FIELD_INVALID, text);
        }
        try {
            return new BatchLine(number, submission.voucherNo(), "ACCEPTED", receive.run(submission), null);
        } catch (ProblemException problem) {
            return refused(number, submission.voucherNo(), problem.code(), problem.getMessage());
        } catch (RuntimeException failure) {
            // What only the database can know, such as a second reversal of the same payment, is the line's fault, not
            // ours.
            var problem = problems.brokenRule(failure).orElseThrow(() -> failure);
            return refused(number, submission.voucherNo(), problem.code(), problem.getMessage());
        }
    }

    private static BatchLine refused(int number, String voucherNo, ProblemCode code, String detail) {
        return new BatchLine(number, voucherNo, "REFUSED", null, new LineProblem(code.name(), code.title(), detail));
    }
}
