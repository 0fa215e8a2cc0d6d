package jumin.demo.generate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jumin.demo.input.Villager;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * 参保名册: the workbook as a village helper fills it in: numbers as text, some in full width, some with a small x or a
 * blank, dates written in four ways, the head's telephone only, a title above the header, formatted empty rows at the end.
 */
final class RosterWorkbook {

    static final List<String> HEADERS =
            List.of("序号", "户编号", "与户主关系", "姓名", "公民身份号码", "性别", "出生日期", "民族", "联系电话", "参保类型", "学校代码", "备注");

    private static final String TITLE = "袁州区清泉镇青石村2024年度城乡居民基本医疗保险参保名册";
    private static final int HEADER_ROW = 2;
    private static final int EMPTY_ROWS = 12;
    private static final int NEWBORN_YEAR = 2024;
    private static final List<DateTimeFormatter> DATE_HABITS = List.of(
            DateTimeFormatter.ofPattern("yyyy.M.d"),
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.BASIC_ISO_DATE,
            DateTimeFormatter.ofPattern("yyyy/M/d"));

    private final Parts parts;

    RosterWorkbook(Parts parts) {
        this.parts = parts;
    }

    byte[] of(List<Villager> people) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "WPS", "11.1")) {
            var sheet = workbook.newWorksheet("青石村");
            header(sheet);
            for (int i = 0; i < people.size(); i++) {
                row(sheet, i + 1, people.get(i));
            }
            for (int i = 1; i <= EMPTY_ROWS; i++) {
                int row = HEADER_ROW + people.size() + i;
                sheet.style(row, 4).format("@").set();
                sheet.value(row, 4, "");
            }
        }
        return FixedZip.of(bytes.toByteArray());
    }

    private static void header(Worksheet sheet) {
        sheet.value(0, 0, TITLE);
        for (int column = 0; column < HEADERS.size(); column++) {
            sheet.value(HEADER_ROW, column, HEADERS.get(column));
            sheet.style(HEADER_ROW, column).bold().set();
            sheet.width(column, column == 4 ? 22 : 12);
        }
        sheet.freezePane(0, HEADER_ROW + 1);
    }

    private void row(Worksheet sheet, int number, Villager person) {
        int row = HEADER_ROW + number;
        var cells = List.of(
                person.household(),
                person.relation(),
                person.name(),
                idAsWritten(person, number),
                person.sex(),
                person.birth().format(DATE_HABITS.get(number % DATE_HABITS.size())),
                person.nation(),
                person.phone(),
                person.birth().getYear() == NEWBORN_YEAR ? "新生儿" : "普通居民",
                person.school(),
                person.note());
        sheet.value(row, 0, number);
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                sheet.value(row, i + 1, cells.get(i));
            }
        }
        sheet.style(row, 4).format("@").set();
    }

    private String idAsWritten(Villager person, int row) {
        if (person.equals(parts.misspelt())) {
            return IdentityNumber.misspelt(person.idNumber());
        }
        if (person.equals(parts.numberless())) {
            return "";
        }
        return switch (row % 11) {
            case 3 -> fullWidth(person.idNumber());
            case 7 -> " " + person.idNumber() + " ";
            default -> person.idNumber().replace('X', 'x');
        };
    }

    private static String fullWidth(String text) {
        var wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c - '!' + '！')));
        return wide.toString();
    }
}
