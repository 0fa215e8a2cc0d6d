package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads runs, and closes differences and runs; what is closed never changes. */
@ApplicationScoped
public class CloseDifferences {

    private final Reconciliations runs;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    CloseDifferences(Reconciliations runs, CurrentCaller caller, Audit audit, Clock clock) {
        this.runs = runs;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** 处理结果. */
    public record DifferenceClosure(
            @NotNull @Schema(description = "处理方式，见差异的 possibleActions")
            DifferenceAction action,

            @NotBlank(message = "须写明处理情况") @Size(max = 200) String note) {}

    @Transactional
    public ReconciliationView run(UUID id) {
        return runs.find(id).orElseThrow(CloseDifferences::unknown);
    }

    @Transactional
    public List<ReconciliationView> list(int benefitYear, int limit) {
        return runs.list(benefitYear, limit);
    }

    @Transactional
    public DifferenceView.DifferencePage differences(Optional<UUID> run, String type, String state, long after) {
        var items = runs.differences(new Reconciliations.Wanted(run, type, state, after, 500));
        return new DifferenceView.DifferencePage(
                items, items.isEmpty() ? after : items.getLast().seq());
    }

    /** Closing again in the same way answers the same. */
    @Transactional
    public DifferenceView close(UUID id, DifferenceClosure closure) {
        var difference = runs.lockDifference(id).orElseThrow(CloseDifferences::unknown);
        if (!difference.type().actions().contains(closure.action())) {
            throw new ProblemException(
                    ContributionProblem.DIFFERENCE_ACTION_UNFIT,
                    "“" + difference.title() + "”不能用“" + closure.action().title() + "”处理，请选择 possibleActions 之一。");
        }
        if (difference.state().equals("CLOSED")
                && closure.action() == difference.action()
                && closure.note().equals(difference.note())) {
            return difference;
        }
        var by = caller.get().id();
        runs.closeDifference(
                id, new Reconciliations.Closure(closure.action(), closure.note(), by, OffsetDateTime.now(clock)));
        audit.changed("difference", id, runs.pathOf(id), closure.action().title() + "：" + closure.note());
        return runs.difference(id).orElseThrow();
    }

    /** What is still open, by class and age. */
    @Transactional
    public List<ReconciliationView.Ageing> ageing() {
        return runs.ageing();
    }

    private static ProblemException unknown() {
        return new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此对账记录，或不在您的辖区。");
    }
}
