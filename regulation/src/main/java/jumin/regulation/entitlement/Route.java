package jumin.regulation.entitlement;

import java.util.Optional;
import java.util.Set;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Node;

/** 一种情形下待遇的起算。 */
sealed interface Route {

    Set<String> KEYS = Set.of("when", "cite", "start", "year", "continue", "hold");

    /** 自某日起享受。 */
    record From(Start start, Year year, Clause clause) implements Route {}

    /** 按另一类人员办理。 */
    record Continue(String type) implements Route {}

    /** 缺少年度标准。 */
    record Hold(String missing, Clause clause) implements Route {}

    /** 起算日。 */
    enum Start {
        YEAR_START,
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
        option.only(KEYS);
        var held = option.find("hold").map(Node::text);
        if (held.isPresent()) {
            return new Hold(held.get(), clause);
        }
        Optional<Node> other = option.find("continue");
        if (other.isPresent()) {
            return new Continue(other.get().text());
        }
        var year = option.find("year").map(node -> word(node, Year.class)).orElse(Year.PAID_FOR);
        return new From(word(option.get("start"), Start.class), year, clause);
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
