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
            throw node.problem("日期须写作 2024-01-01");
        }
    }
}
