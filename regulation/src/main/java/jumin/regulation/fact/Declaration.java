package jumin.regulation.fact;

import java.util.Optional;

/**
 * 事实的声明：name, type, words, the value when absent, and the name in conditions where that differs from the fact's own ({@code as}).
 *
 * @param statedBy who states it where no register answers
 */
public record Declaration(
        String name,
        FactType type,
        Optional<WordList> words,
        Optional<Declarations> members,
        Optional<String> absent,
        Optional<String> as,
        Optional<StatedBy> statedBy) {

    /** The same fact as that of a group's member. */
    public Declaration under(String group) {
        return new Declaration(group + "." + name, type, words, members, absent, as, statedBy);
    }

    /** Refuses words that are not declared. */
    void check(Fact fact) {
        switch (fact) {
            case Fact.Word word -> words.ifPresent(list -> list.number(word.value()));
            case Fact.Words many -> words.ifPresent(list -> many.values().forEach(list::number));
            case Fact.Items items -> items.values().forEach(item -> words.ifPresent(list -> list.number(item.kind())));
            default -> {}
        }
    }
}
