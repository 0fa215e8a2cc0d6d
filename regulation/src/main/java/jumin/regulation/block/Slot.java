package jumin.regulation.block;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.fact.FactType;
import jumin.regulation.fact.WordList;
import jumin.regulation.law.Node;

/** A place in the frame, with the type that tells how a literal is read. */
public record Slot(int index, String name, FactType type, Optional<WordList> words, long whenAbsent) {

    /** The index of a fact that nothing asks for. */
    static final int NOWHERE = -1;

    WordList wordList(Node where) {
        return words.orElseThrow(() -> where.problem("“" + name + "”不是词，不能这样比较"));
    }

    /** A literal of this slot's type as a frame value. */
    long literal(Node node) {
        try {
            return literal(type, words, node.text());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw node.problem("“" + name + "”的值须为" + type.form() + "：" + e.getMessage());
        }
    }

    static long literal(FactType type, Optional<WordList> words, String text) {
        return switch (type) {
            case WORD -> words.orElseThrow().number(text);
            case WORDS -> 1L << words.orElseThrow().number(text);
            case FLAG -> flag(text);
            case DAY -> LocalDate.parse(text).toEpochDay();
            case AMOUNT, GRANT -> Money.yuan(text).fen();
            case SHARE -> Rate.parse(text).millionths();
            case COUNT -> Long.parseLong(text);
            case PERIOD, PERIODS, ITEMS, MANY -> throw new IllegalArgumentException("不能比较");
        };
    }

    private static long flag(String text) {
        return switch (text) {
            case "true" -> 1;
            case "false" -> 0;
            default -> throw new IllegalArgumentException("须为 true 或 false");
        };
    }
}
