package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Divisions;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** 错误工作簿: the rows at fault in their own columns, with what is wrong; corrected, it is uploaded again as it is. */
@ApplicationScoped
public class ErrorWorkbook {

    /** Columns that this workbook adds; left out when they come back. */
    static final List<String> ADDED = List.of("原行号", "错误列", "错误原因", "修改建议", "依据");

    private static final int PAGE = 500;
    private static final String RED = "FFC7CE";
    private static final String TEXT = "@";

    private final RosterImports imports;
    private final RosterRows rows;
    private final Divisions divisions;
    private final Audit audit;
    private final Clock clock;

    ErrorWorkbook(RosterImports imports, RosterRows rows, Divisions divisions, Audit audit, Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.divisions = divisions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A workbook to download. */
    record Download(String fileName, byte[] content) {}

    @Transactional
    Download run(RosterImportId id) {
        var roster = imports.get(id);
        var header = roster.header()
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.ROSTER_NOT_READY, "尚未读出表头，没有错误行可下载。"));
        var wrong = roster.counts().error();
        audit.read("roster-errors", id, roster.divisionPath());
        var name =
                "导入错误_%s_%s_共%d条.xlsx".formatted(divisions.nameAt(roster.divisionPath()), LocalDate.now(clock), wrong);
        return new Download(name, content(id, header));
    }

    private byte[] content(RosterImportId id, RosterHeader header) {
        var own = IntStream.range(0, header.titles().size())
                .filter(at -> !ADDED.contains(header.titles().get(at).strip()))
                .boxed()
                .toList();
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Jumin", "1.0")) {
            var sheet = book.newWorksheet("填写");
            titles(sheet, header, own);
            var line = 1;
            for (var page = 1; ; page++) {
                var found = rows.page(id, Optional.of(RowVerdict.ERROR), page, PAGE);
                for (var row : found) {
                    write(sheet, line++, header, own, row);
                }
                sheet.flush();
                if (found.size() < PAGE) {
                    break;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private static void titles(Worksheet sheet, RosterHeader header, List<Integer> own) {
        for (var i = 0; i < own.size(); i++) {
            sheet.value(0, i, header.titles().get(own.get(i)));
        }
        for (var i = 0; i < ADDED.size(); i++) {
            sheet.value(0, own.size() + i, ADDED.get(i));
        }
        sheet.range(0, 0, 0, own.size() + ADDED.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }

    private static void write(
            Worksheet sheet, int line, RosterHeader header, List<Integer> own, RosterRows.StoredRow row) {
        var errors = row.findings().stream()
                .filter(finding -> finding.weight() == jumin.enrollment.person.Finding.Weight.ERROR)
                .toList();
        for (var i = 0; i < own.size(); i++) {
            var at = own.get(i);
            var title = header.titles().get(at).strip();
            sheet.value(line, i, at < row.cells().size() ? row.cells().get(at) : "");
            if (errors.stream().anyMatch(error -> error.column().equals(title))) {
                sheet.style(line, i).format(TEXT).fillColor(RED).set();
            } else {
                sheet.style(line, i).format(TEXT).set();
            }
        }
        sheet.value(line, own.size(), row.rowNo());
        sheet.value(line, own.size() + 1, joined(errors, RowFinding::column));
        sheet.value(line, own.size() + 2, joined(errors, RowFinding::reason));
        sheet.value(line, own.size() + 3, joined(errors, RowFinding::suggestion));
        sheet.value(line, own.size() + 4, joined(errors, RowFinding::article));
    }

    private static String joined(List<RowFinding> errors, java.util.function.Function<RowFinding, String> part) {
        return errors.stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("；"));
    }
}
