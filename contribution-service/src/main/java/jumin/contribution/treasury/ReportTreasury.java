package jumin.contribution.treasury;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jumin.contribution.ContributionProblem;
import jumin.contribution.money.AmountLimit;
import jumin.contribution.organ.ResponsibleOrgans;
import jumin.contribution.scope.Widened;
import jumin.platform.fault.Failpoints;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** Takes the treasury's confirmations in, each in a transaction of its own, and answers line by line in the same order. */
@ApplicationScoped
public class ReportTreasury {

    private final TreasuryReceipts receipts;
    private final ResponsibleOrgans organs;
    private final Widened widened;
    private final Validator validator;
    private final Failpoints failpoints;
    private final Clock clock;

    ReportTreasury(
            TreasuryReceipts receipts,
            ResponsibleOrgans organs,
            Widened widened,
            Validator validator,
            Failpoints failpoints,
            Clock clock) {
        this.receipts = receipts;
        this.organs = organs;
        this.widened = widened;
        this.validator = validator;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    /**
     * @param status BOOKED, REPEATED or REFUSED
     * @param detail why it is refused, or what does not fit the payment though it is booked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(int line, String voucherNo, TreasuryStage stage, String status, String code, String detail) {}

    /** In the order of the request. */
    public record Answer(long booked, long repeated, long refused, List<Line> lines) {
        static Answer of(List<Line> lines) {
            return new Answer(
                    count(lines, "BOOKED"), count(lines, "REPEATED"), count(lines, "REFUSED"), List.copyOf(lines));
        }

        private static long count(List<Line> lines, String status) {
            return lines.stream().filter(line -> line.status().equals(status)).count();
        }
    }

    public Answer run(List<TreasuryConfirmation> confirmations) {
        var code = widened.organ();
        var lines = new ArrayList<Line>();
        for (var confirmation : confirmations) {
            lines.add(line(lines.size() + 1, code, confirmation));
        }
        return Answer.of(lines);
    }

    private Line line(int number, String organ, TreasuryConfirmation said) {
        if (said == null) {
            return new Line(number, "", null, "REFUSED", PlatformProblem.FIELD_INVALID.name(), "本行为空");
        }
        var faults = validator.validate(said).stream()
                .map(fault -> fault.getPropertyPath() + " " + fault.getMessage())
                .sorted()
                .collect(Collectors.joining("；"));
        if (faults.isEmpty() && !AmountLimit.VOUCHER.holds(said.amount())) {
            faults = "amount " + AmountLimit.VOUCHER.sentence();
        }
        if (faults.isEmpty() && said.confirmedOn().isAfter(LocalDate.now(clock))) {
            faults = "confirmedOn " + said.confirmedOn() + " 在今天之后";
        }
        if (!faults.isEmpty()) {
            return refused(number, said, PlatformProblem.FIELD_INVALID.name(), faults);
        }
        try {
            return confirmed(number, organ, said);
        } catch (ProblemException problem) {
            return refused(number, said, problem.code().name(), problem.getMessage());
        }
    }

    /** What was done, and what does not fit. */
    private record Done(TreasuryReceipts.Taken taken, Optional<String> remark) {}

    private Line confirmed(int number, String code, TreasuryConfirmation said) {
        var done = widened.call(() -> {
            var organ = organs.find(code)
                    .orElseThrow(() -> new ProblemException(
                            ContributionProblem.TAX_ORGAN_UNKNOWN, "税务机关 " + code + " 尚未登记，请联系医保系统管理员。"));
            var taken = receipts.confirm(organ, said);
            var remark = taken == TreasuryReceipts.Taken.BOOKED
                    ? receipts.remark(organ.code(), said)
                    : Optional.<String>empty();
            failpoints.reach("treasury-before-commit");
            return new Done(taken, remark);
        });
        if (done.taken() == TreasuryReceipts.Taken.REVERSED) {
            throw new ProblemException(
                    ContributionProblem.TREASURY_CONFIRMATION_REVERSED,
                    "税票 " + said.voucherNo() + " 的这一" + said.stage().title() + "确认已由医保核对后冲销；确属另一次的，请写明新的单号。");
        }
        return new Line(
                number,
                said.voucherNo(),
                said.stage(),
                done.taken().name(),
                null,
                done.remark().orElse(null));
    }

    private static Line refused(int number, TreasuryConfirmation said, String code, String detail) {
        return new Line(number, said.voucherNo(), said.stage(), "REFUSED", code, detail);
    }
}
