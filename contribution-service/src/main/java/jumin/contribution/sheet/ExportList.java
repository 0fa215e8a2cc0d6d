package jumin.contribution.sheet;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jumin.contribution.ContributionProblem;
import jumin.paper.ListSheet;
import jumin.paper.PdfPrinter;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.Money;

/** A list as it is on the screen, whole, as a workbook or on paper; it says who took it out and when. */
@ApplicationScoped
public class ExportList {

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String PDF = "application/pdf";

    /** Whoever names no form gets JSON. */
    public static final String XLSX_IF_ASKED = XLSX + ";qs=0.5";

    public static final String PDF_IF_ASKED = PDF + ";qs=0.4";

    private static final int MOST_ROWS = 50_000;
    private static final int MOST_PRINTED = 2_000;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final PdfPrinter printer;
    private final Template page;
    private final CurrentCaller caller;
    private final Clock clock;

    ExportList(PdfPrinter printer, @Location("list.html") Template page, CurrentCaller caller, Clock clock) {
        this.printer = printer;
        this.page = page;
        this.caller = caller;
        this.clock = clock;
    }

    /** One column; what is not there is an empty cell. */
    public record Column<T>(String title, Function<T, ?> value) {}

    /** A kind of list. @param name of the file, without its ending */
    public record Form<T>(String title, String name, List<Column<T>> columns) {}

    /** @param pages the page after an item, the first one after none; an empty one ends the list */
    public <T> Response workbook(Form<T> form, Function<Optional<T>, List<T>> pages) {
        var items = all(pages, MOST_ROWS);
        var rows = items.stream().map(item -> cells(form, item)).toList();
        var above = List.of(List.of(form.title()), List.of(note(rows.size())));
        var bytes = ListSheet.of(new ListSheet.Contents("清单", above, titles(form), rows));
        return file(bytes, XLSX, "attachment; filename=\"" + form.name() + ".xlsx\"");
    }

    public <T> Response print(Form<T> form, Function<Optional<T>, List<T>> pages) {
        var rows = all(pages, MOST_PRINTED).stream()
                .map(item -> cells(form, item).stream().map(Object::toString).toList())
                .toList();
        var html = page.data("title", form.title())
                .data("note", note(rows.size()))
                .data("columns", titles(form))
                .data("rows", rows)
                .render();
        return file(printer.print(html), PDF, "inline; filename=\"" + form.name() + ".pdf\"");
    }

    private static <T> List<T> all(Function<Optional<T>, List<T>> pages, int most) {
        var items = new ArrayList<T>();
        for (var next = pages.apply(Optional.empty());
                !next.isEmpty();
                next = pages.apply(Optional.of(items.getLast()))) {
            items.addAll(next);
            if (items.size() > most) {
                throw new ProblemException(ContributionProblem.LIST_TOO_LONG, "清单超过 " + most + " 行，请按区划、状态等缩小范围后再导出。");
            }
        }
        return items;
    }

    private static <T> List<String> titles(Form<T> form) {
        return form.columns().stream().map(Column::title).toList();
    }

    private static <T> List<Object> cells(Form<T> form, T item) {
        return form.columns().stream()
                .map(column -> cell(column.value().apply(item)))
                .toList();
    }

    private static Object cell(Object value) {
        return switch (value) {
            case null -> "";
            case Money money -> new BigDecimal(money.toString());
            default -> value.toString();
        };
    }

    private String note(int rows) {
        return "导出人 " + caller.get().id() + "　" + LocalDateTime.now(clock).format(MINUTE) + "　共 " + rows + " 行";
    }

    private static Response file(byte[] bytes, String type, String disposition) {
        return Response.ok(bytes, type)
                .header("Content-Disposition", disposition)
                .build();
    }
}
