package jumin.claims.catalogueimport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.claims.catalogue.MaintainCatalogue;
import jumin.platform.audit.Audit;
import jumin.platform.job.Jobs;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** 目录导入: keeps the lines of a file and queues the job that enters them. */
@ApplicationScoped
public class CatalogueImports {

    private static final int MOST_LINES = 300_000;

    /** An import that was given up does not stand in the way of the same file. */
    private static final String UNDONE = """
            update catalogue_import i set undone = true from job j
            where i.area = ? and i.sha256 = ? and not i.undone and j.id = i.job and j.state in ('FAILED', 'CANCELLED')
            """;

    private final Sql database;
    private final MaintainCatalogue catalogue;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    CatalogueImports(
            Sql database, MaintainCatalogue catalogue, Jobs jobs, CurrentCaller caller, Audit audit, Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.jobs = jobs;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** A line with the cells of the known columns, in their order. */
    record Line(int number, List<String> cells) {}

    /** In the transaction of the idempotency key. */
    CatalogueImportView load(String area, String fileName, String sha256, List<List<String>> sheet) {
        catalogue.refuseOutside(area);
        var lines = lines(sheet);
        database.update(UNDONE, area, sha256);
        var id = TimeOrderedId.next();
        var job = jobs.submit(CatalogueWork.TYPE, new CatalogueWork.Order(id, area, lines.size()));
        database.update(
                """
                insert into catalogue_import (id, area, file_name, sha256, lines, loaded_by, loaded_at, job)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, id, area, fileName, sha256, lines.size(), caller.get().id(), OffsetDateTime.now(clock), job.id());
        database.updateAll(
                "insert into catalogue_import_line (import_id, line, cells) values (?, ?, ?)",
                lines.stream()
                        .map(line -> new Object[] {id, line.number(), new Sql.ArrayOf("text", line.cells())})
                        .toList());
        audit.changed("catalogue-import", id, area + "/", fileName);
        return view(id);
    }

    private static List<Line> lines(List<List<String>> sheet) {
        if (sheet.isEmpty() || sheet.size() > MOST_LINES) {
            throw unreadable("文件没有内容或超过 " + MOST_LINES + " 行");
        }
        var places = places(sheet.getFirst());
        var lines = new ArrayList<Line>();
        for (var i = 1; i < sheet.size(); i++) {
            var row = sheet.get(i);
            if (!row.stream().allMatch(String::isBlank)) {
                lines.add(new Line(
                        i + 1,
                        Arrays.stream(places)
                                .mapToObj(at -> at < 0 || at >= row.size() ? "" : row.get(at))
                                .toList()));
            }
        }
        return lines;
    }

    private static int[] places(List<String> headings) {
        var columns = headings.stream().map(CatalogueColumn::of).toList();
        var places = Arrays.stream(CatalogueColumn.values())
                .mapToInt(column -> columns.indexOf(Optional.of(column)))
                .toArray();
        var missing = CatalogueColumn.required().stream()
                .filter(column -> places[column.ordinal()] < 0)
                .map(CatalogueColumn::title)
                .toList();
        if (!missing.isEmpty()) {
            throw unreadable("缺少列：" + String.join("、", missing));
        }
        return places;
    }

    private static ProblemException unreadable(String message) {
        return ProblemException.field(
                ClaimsProblem.CATALOGUE_FILE_UNREADABLE, "/file", message, "第一行写列名：国家医保编码、名称、收费项目等级、种类、生效日……");
    }

    List<Line> next(UUID importId, int after, int most) {
        return database.list(
                "select line, cells from catalogue_import_line where import_id = ? and line > ? order by line limit ?",
                row -> new Line(
                        row.getInt(1), Arrays.asList((String[]) row.getArray(2).getArray())),
                importId,
                after,
                most);
    }

    void fault(UUID importId, int line, String fault) {
        database.update(
                "update catalogue_import_line set fault = ? where import_id = ? and line = ?", fault, importId, line);
    }

    @Transactional
    public CatalogueImportView view(UUID id) {
        var faults = database.list(
                "select line, fault from catalogue_import_line where import_id = ? and fault <> '' order by line limit 1000",
                row -> new CatalogueImportView.Fault(row.getInt(1), row.getString(2)),
                id);
        return database.first(
                        "select area, file_name, lines, job from catalogue_import where id = ?",
                        row -> new CatalogueImportView(
                                id,
                                row.getString(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getObject(4, UUID.class),
                                faults),
                        id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此目录导入。"));
    }
}
