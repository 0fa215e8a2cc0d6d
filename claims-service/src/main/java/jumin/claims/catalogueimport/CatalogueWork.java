package jumin.claims.catalogueimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jumin.claims.catalogue.CatalogueItemSubmission;
import jumin.claims.catalogue.CatalogueSubmission;
import jumin.claims.catalogue.MaintainCatalogue;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;
import jumin.platform.sql.JsonColumn;

/** 目录导入作业: a thousand lines in a transaction with its progress; a line at fault does not stop the others. */
@ApplicationScoped
public class CatalogueWork implements JobWork {

    static final String TYPE = "catalogue-import";
    private static final int LINES_AT_ONCE = 1000;

    private final CatalogueImports imports;
    private final MaintainCatalogue catalogue;
    private final JsonColumn json;

    CatalogueWork(CatalogueImports imports, MaintainCatalogue catalogue, JsonColumn json) {
        this.imports = imports;
        this.catalogue = catalogue;
        this.json = json;
    }

    /** What the job was asked to do. */
    record Order(UUID importId, String area, int lines) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobStep advance(Job job) {
        var order = json.read(job.request().toString(), Order.class);
        var after = job.cursor().isEmpty() ? 0 : Integer.parseInt(job.cursor());
        var lines = imports.next(order.importId(), after, LINES_AT_ONCE);
        if (lines.isEmpty()) {
            return JobStep.finished(order.lines(), job.counts());
        }
        var entered = enter(order, lines);
        var counts = new HashMap<>(job.counts());
        counts.merge("ok", (long) entered, Long::sum);
        counts.merge("error", (long) lines.size() - entered, Long::sum);
        return JobStep.more(
                "入库",
                job.done() + lines.size(),
                order.lines(),
                counts,
                String.valueOf(lines.getLast().number()));
    }

    private int enter(Order order, List<CatalogueImports.Line> lines) {
        Set<String> seen = new HashSet<>();
        var items =
                lines.stream().flatMap(line -> item(order, line, seen).stream()).toList();
        if (!items.isEmpty()) {
            catalogue.run(new CatalogueSubmission(order.area(), items));
        }
        return items.size();
    }

    private List<CatalogueItemSubmission> item(Order order, CatalogueImports.Line line, Set<String> seen) {
        return switch (ReadItem.of(line.cells())) {
            case ReadItem.Fault fault -> {
                imports.fault(order.importId(), line.number(), fault.text());
                yield List.of();
            }
            case ReadItem.Item item -> {
                if (seen.add(item.submission().code() + item.submission().validFrom())) {
                    yield List.of(item.submission());
                }
                imports.fault(order.importId(), line.number(), "编码与生效日和前面的行重复");
                yield List.of();
            }
        };
    }
}
