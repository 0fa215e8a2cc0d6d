package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.sheet.ExportList;

/** 差异清单, of one run or across all of them, on the screen and as a workbook. */
@ApplicationScoped
public class ListDifferences {

    private static final int PAGE = 500;

    private final Differences differences;
    private final ExportList export;

    ListDifferences(Differences differences, ExportList export) {
        this.differences = differences;
        this.export = export;
    }

    /** @param type absent for all classes; @param state empty for both */
    record Which(Optional<UUID> run, Optional<DifferenceClass> type, String state, Differences.Narrowed narrowed) {
        private Differences.Wanted after(long seq) {
            return new Differences.Wanted(run, type.map(Enum::name).orElse(""), state, narrowed, seq, PAGE);
        }
    }

    @Transactional
    public DifferenceView.DifferencePage page(Which which, long after) {
        var items = differences.list(which.after(after));
        return new DifferenceView.DifferencePage(
                items, items.isEmpty() ? after : items.getLast().seq());
    }

    /** Each page is read by itself. */
    public Response workbook(Which which) {
        return export.workbook(
                DifferenceView.FORM,
                last -> differences.list(
                        which.after(last.map(DifferenceView::seq).orElse(0L))));
    }
}
