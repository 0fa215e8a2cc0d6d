package jumin.platform.problem;

import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/**
 * 违反的数据规则: what the database refused, said in words and, where the request has such a field, with a pointer to it. The rule's
 * own name is for our log.
 */
record BrokenRule(String state, Optional<String> constraint, Optional<String> column) {

    static BrokenRule of(@Nullable String state, Optional<ServerErrorMessage> said) {
        return new BrokenRule(
                state == null ? "" : state,
                said.map(ServerErrorMessage::getConstraint),
                said.map(ServerErrorMessage::getColumn).or(() -> said.flatMap(BrokenRule::checkedColumn)));
    }

    /** A check without a name of its own is called table_column_check. */
    private static Optional<String> checkedColumn(ServerErrorMessage said) {
        var name = String.valueOf(said.getConstraint());
        var table = said.getTable() + "_";
        return name.startsWith(table) && name.matches(".*_check\\d*")
                ? Optional.of(name.substring(table.length()).replaceFirst("_check\\d*$", ""))
                : Optional.empty();
    }

    /** What is wrong, for whoever sent it. */
    String words() {
        return switch (state) {
            case "23502" -> "必填的内容没有填";
            case "23503" -> "所指的编号没有登记，或仍被其他数据引用";
            case "23505" -> "已有相同的登记";
            case "23514" -> "有值不在允许的范围内";
            case "23P01" -> "与已有登记的起止日期重叠";
            default -> "已确认、已入账的内容不能改动，更正须先冲正或撤销";
        };
    }

    /** What helps: against another's record a look at it, against a limit another value. */
    String cure() {
        return switch (state) {
            case "23505", "23P01" -> "请刷新，核对已有的登记后再办。";
            default -> "请核对后重新提交。";
        };
    }

    /** The request's own field, when its body has one of that name. */
    List<Problem.FieldError> errors(@Nullable ResourceInfo resource) {
        return column
                .map(BrokenRule::field)
                .flatMap(field -> Optional.ofNullable(resource)
                        .map(ResourceInfo::getResourceMethod)
                        .flatMap(method -> BodyFields.pointer(method, field)))
                .map(pointer -> new Problem.FieldError(pointer, PlatformProblem.RULE_VIOLATED.name(), words(), cure()))
                .stream()
                .toList();
    }

    /** {@code amount_fen} is the request's {@code amount}. */
    private static String field(String column) {
        var words = column.replaceFirst("_fen$", "").split("_");
        return words[0]
                + Stream.of(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .reduce("", String::concat);
    }
}
