package jumin.regulation.entitlement;

import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Node;

/** 一种情形下待遇的起算。 */
sealed interface Route {

    /** 自某日起享受。 */
    record From(Start start, Year year, Span span, Clause clause) implements Route {}

    /** A day of the year before, where the text opens the benefit earlier; a fact that ends it; whether the year of registration is due too. */
    record Span(Optional<MonthDay> dayOfYearBefore, Optional<String> until, boolean registrationYearDue) {}

    /** 不予登记。 */
    record Refuse(String code, Clause clause) implements Route {}

    /** 按另一类人员办理。 */
    record Continue(String type) implements Route {}

    /** 缺少年度标准。 */
    record Hold(String missing, Clause clause) implements Route {}

    /** 起算日。 */
    enum Start {
        YEAR_START,
        DAY_OF_YEAR_BEFORE,
        BIRTH,
        PAYMENT,
        DAY_AFTER_PAYMENT,
        MONTH_AFTER_RECOGNITION,
        AFTER_WAIT
    }

    /** 待遇年度。 */
    enum Year {
        PAID_FOR,
        OF_BIRTH,
        AFTER_BIRTH
    }

    static Route read(Node option, Clause clause) {
        var held = option.find("hold").map(Node::text);
        if (held.isPresent()) {
            return new Hold(held.get(), clause);
        }
        var refused = option.find("refuse").map(Node::text);
        if (refused.isPresent()) {
            return new Refuse(refused.get(), clause);
        }
        Optional<Node> other = option.find("continue");
        if (other.isPresent()) {
            return new Continue(other.get().text());
        }
        var year = option.find("year").map(node -> word(node, Year.class)).orElse(Year.PAID_FOR);
        var start = option.get("start");
        var day = start.find("day_of_year_before").map(Route::monthDay);
        var span = new Span(
                day,
                option.find("until").map(Node::text),
                option.find("also_due")
                        .map(Node::text)
                        .filter("year_of_registration"::equals)
                        .isPresent());
        return new From(day.isPresent() ? Start.DAY_OF_YEAR_BEFORE : word(start, Start.class), year, span, clause);
    }

    static MonthDay monthDay(Node node) {
        try {
            return MonthDay.parse("--" + node.text());
        } catch (DateTimeParseException e) {
            throw node.problem("日期须写作 10-01");
        }
    }

    private static <E extends Enum<E>> E word(Node node, Class<E> words) {
        try {
            return Enum.valueOf(words, node.text().toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw node.problem("不认识的“" + node.text() + "”，可用："
                    + java.util.Arrays.toString(words.getEnumConstants()).toLowerCase(java.util.Locale.ROOT));
        }
    }
}
