package jumin.regulation.law;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** 数据中的日期。 */
final class Dates {

    private Dates() {}

    static LocalDate read(Node node) {
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.problem(
                    node.text().matches("\\d{4}-\\d{2}-\\d{2}")
                            ? "没有 " + node.text() + " 这一天；核对月和日"
                            : "日期须写作 2024-01-01；年四位，月、日各两位");
        }
    }
}
