package jumin.claims.catalogueimport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jumin.claims.ClaimsProblem;
import jumin.claims.catalogue.MaintainCatalogue;
import jumin.claims.sheet.Sheet;
import jumin.platform.audit.Audit;
import jumin.platform.job.Jobs;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Columns;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** 目录导入: keeps the lines of a file and queues the job that enters them. */
@ApplicationScoped
public class CatalogueImports {

    private static final int CELLS = CatalogueColumn.values().length;

    /** A line is an array, which an array of lines cannot hold: the cells come column by column. */
    private static final String STORE = "insert into catalogue_import_line (import_id, line, cells)"
            + " select ?, line, array[" + each("c%d") + "]"
            + " from unnest(?::int[], " + each("?::text[]") + ") as given (line, " + each("c%d") + ")";

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

    private static String each(String word) {
        return IntStream.range(0, CELLS).mapToObj(word::formatted).collect(Collectors.joining(", "));
    }

    /** A line with the cells of the known columns, in their order. */
    record Line(int number, List<String> cells) {}

    /**
     * In the transaction of the idempotency key. The lines are stored as they are read, some at a time: a file of the most lines takes
     * no more memory than a short one.
     */
    CatalogueImportView load(String area, String fileName, String sha256, Path file) {
        catalogue.refuseOutside(area);
        database.update(UNDONE, area, sha256);
        var id = TimeOrderedId.next();
        var lines = new LinesOfFile(part -> store(id, part));
        Sheet.read(file, ClaimsProblem.CATALOGUE_FILE_UNREADABLE, lines::take);
        var count = lines.end();
        var job = jobs.submit(CatalogueWork.TYPE, new CatalogueWork.Order(id, area, count));
        database.update("""
                insert into catalogue_import (id, area, file_name, sha256, lines, loaded_by, loaded_at, job)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, id, area, fileName, sha256, count, caller.get().id(), OffsetDateTime.now(clock), job.id());
        audit.changed("catalogue-import", id, area + "/", fileName);
        return view(id);
    }

    private void store(UUID id, List<Line> lines) {
        var columns = Columns.of(lines).with("int", Line::number);
        for (var column : CatalogueColumn.values()) {
            columns.with("text", line -> line.cells().get(column.ordinal()));
        }
        database.update(STORE, columns.after(id));
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
