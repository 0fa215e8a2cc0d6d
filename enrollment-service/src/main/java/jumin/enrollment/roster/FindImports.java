package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jumin.enrollment.division.Divisions;
import jumin.enrollment.page.Page;

/** 查看导入 */
@ApplicationScoped
public class FindImports {

    private final RosterImports imports;
    private final RosterRows rows;
    private final Divisions divisions;

    FindImports(RosterImports imports, RosterRows rows, Divisions divisions) {
        this.imports = imports;
        this.rows = rows;
        this.divisions = divisions;
    }

    @Transactional
    public ImportView one(RosterImportId id) {
        return ImportView.of(imports.get(id));
    }

    @Transactional
    public Page<ImportView.RowView> rows(RosterImportId id, Optional<RowVerdict> verdict, int page, int size) {
        var counts = imports.get(id).counts();
        var total = verdict.map(counts::of).orElseGet(counts::total);
        return new Page<>(
                rows.page(id, verdict, page, size).stream()
                        .map(ImportView.RowView::of)
                        .toList(),
                page,
                size,
                total);
    }

    @Transactional
    public Page<ImportView> list(
            Optional<Integer> benefitYear, Optional<ImportState> state, Optional<String> division, int page, int size) {
        var path = division.map(divisions::pathOf).orElse("");
        var wanted = new RosterImports.Wanted(benefitYear, state, path);
        return new Page<>(
                imports.page(wanted, page, size).stream().map(ImportView::of).toList(),
                page,
                size,
                imports.count(wanted));
    }
}
