package jumin.enrollment.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.IdType;
import jumin.enrollment.person.Sex;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** 花名册模板: 填写, 说明, 字典; number columns are text, choices are lists. */
final class TemplateWorkbook {

    /** So that an old template is recognised; stands in a hidden column. */
    static final String VERSION = "roster-1";

    private static final int FILLABLE = 5000;
    private static final String TEXT = "@";
    private static final int WIDTH = 16;
    private static final Map<RosterColumn, List<String>> CHOICES = choices();

    private TemplateWorkbook() {}

    static byte[] content() {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Jumin", "1.0")) {
            var form = book.newWorksheet("填写");
            var notes = book.newWorksheet("说明");
            var dictionary = book.newWorksheet("字典");
            dictionary(dictionary);
            form(form, dictionary);
            notes(notes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private static void form(Worksheet sheet, Worksheet dictionary) {
        var columns = RosterColumn.values();
        for (var i = 0; i < columns.length; i++) {
            var column = columns[i];
            sheet.value(0, i, column.title() + (column.isRequired() ? "*" : ""));
            sheet.width(i, WIDTH);
            if (column.isText()) {
                sheet.range(1, i, FILLABLE, i).style().format(TEXT).set();
            }
            var choices = CHOICES.get(column);
            if (choices != null) {
                var at = List.copyOf(CHOICES.keySet()).indexOf(column);
                sheet.range(1, i, FILLABLE, i).validateWithList(dictionary.range(1, at, choices.size(), at));
            }
        }
        sheet.range(0, 0, 0, columns.length - 1)
                .style()
                .bold()
                .fillColor("DDEBF7")
                .set();
        sheet.freezePane(0, 1);
        sheet.value(0, columns.length, VERSION);
        sheet.hideColumn(columns.length);
    }

    private static void notes(Worksheet sheet) {
        var titles = List.of("列", "必填", "示例", "规则");
        for (var i = 0; i < titles.size(); i++) {
            sheet.value(0, i, titles.get(i));
        }
        var line = 1;
        for (var column : RosterColumn.values()) {
            sheet.value(line, 0, column.title());
            sheet.value(line, 1, column.isRequired() ? "是" : "否");
            sheet.value(line, 2, column.example());
            sheet.value(line, 3, column.rule());
            line++;
        }
        sheet.range(0, 0, 0, titles.size() - 1).style().bold().set();
        sheet.width(3, WIDTH * 3);
    }

    private static void dictionary(Worksheet sheet) {
        var at = 0;
        for (var choice : CHOICES.entrySet()) {
            sheet.value(0, at, choice.getKey().title());
            for (var i = 0; i < choice.getValue().size(); i++) {
                sheet.value(i + 1, at, choice.getValue().get(i));
            }
            at++;
        }
    }

    private static Map<RosterColumn, List<String>> choices() {
        var choices = new EnumMap<RosterColumn, List<String>>(RosterColumn.class);
        choices.put(
                RosterColumn.RELATION,
                Arrays.stream(Relation.values()).map(Relation::chinese).toList());
        choices.put(
                RosterColumn.ID_TYPE,
                Arrays.stream(IdType.values()).map(IdType::chinese).toList());
        choices.put(
                RosterColumn.SEX, Arrays.stream(Sex.values()).map(Sex::chinese).toList());
        choices.put(
                RosterColumn.TYPE,
                Arrays.stream(EnrollmentType.values())
                        .filter(type -> type != EnrollmentType.NEWBORN_DECEASED)
                        .map(EnrollmentType::chinese)
                        .toList());
        choices.put(RosterColumn.NEXT_YEAR_ONLY, List.of("是", "否"));
        return choices;
    }
}
