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

/** Takes many vouchers in, each in a transaction of its own, and answers line by line in the same order. */
@ApplicationScoped
public class ReceiveBatch {

    private final ReceivePayment receive;
    private final Validator validator;
    private final ObjectMapper json;

    ReceiveBatch(ReceivePayment receive, Validator validator, ObjectMapper json) {
        this.receive = receive;
        this.validator = validator;
        this.json = json;
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
            lines.add(line(lines.size() + 1, submission));
        }
        return BatchAnswer.of(lines);
    }

    /** One JSON record a line; an unreadable line is refused, the others are not. */
    public BatchAnswer ndjson(String text) {
        var lines = new ArrayList<BatchLine>();
        for (var line : text.lines().filter(any -> !any.isBlank()).toList()) {
            var number = lines.size() + 1;
            try {
                lines.add(line(number, json.readValue(line, PaymentSubmission.class)));
            } catch (JsonProcessingException unreadable) {
                lines.add(refused(number, "", PlatformProblem.BODY_MALFORMED, "本行不能识别，请检查字段名、类型和编码（UTF-8）。"));
            }
        }
        return BatchAnswer.of(lines);
    }

    private BatchLine line(int number, PaymentSubmission submission) {
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
        }
    }

    private static BatchLine refused(int number, String voucherNo, ProblemCode code, String detail) {
        return new BatchLine(number, voucherNo, "REFUSED", null, new LineProblem(code.name(), code.title(), detail));
    }
}
