package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jumin.enrollment.page.Page;

/** 查看导入 */
@ApplicationScoped
public class FindImports {

    private final RosterImports imports;
    private final RosterRows rows;

    FindImports(RosterImports imports, RosterRows rows) {
        this.imports = imports;
        this.rows = rows;
    }

    @Transactional
    public ImportView one(RosterImportId id) {
        return view(imports.get(id));
    }

    @Transactional
    public Page<ImportView.RowView> rows(RosterImportId id, Optional<RowVerdict> verdict, int page, int size) {
        imports.get(id);
        var counts = rows.counts(id);
        var total = verdict.map(wanted -> counts.getOrDefault(wanted, 0L))
                .orElseGet(() ->
                        counts.values().stream().mapToLong(Long::longValue).sum());
        return new Page<>(
                rows.page(id, verdict, page, size).stream()
                        .map(ImportView.RowView::of)
                        .toList(),
                page,
                size,
                total);
    }

    ImportView view(RosterImport roster) {
        var counts = rows.counts(roster.id());
        var view = new ImportView.CountsView(
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts.getOrDefault(RowVerdict.SUCCESS, 0L),
                counts.getOrDefault(RowVerdict.WARNING, 0L),
                counts.getOrDefault(RowVerdict.ERROR, 0L),
                counts.getOrDefault(RowVerdict.SKIPPED, 0L),
                rows.registered(roster.id()));
        return new ImportView(
                roster.id(),
                roster.state(),
                roster.fileName(),
                roster.divisionCode(),
                roster.benefitYear(),
                roster.message(),
                view,
                roster.validateJob(),
                roster.commitJob(),
                roster.submittedBy(),
                roster.recordedAt());
    }
}
