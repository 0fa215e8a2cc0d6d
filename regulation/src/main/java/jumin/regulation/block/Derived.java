package jumin.regulation.block;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import jumin.regulation.BenefitYear;
import jumin.regulation.fact.FactType;
import jumin.regulation.fact.WordList;
import jumin.regulation.law.Law;
import jumin.regulation.law.Node;
import jumin.regulation.law.RuleInForce;

/** 由事实得出的类别（医院级别、人员类别、就医地类别）和年龄。 */
public sealed interface Derived permits Derived.Classified, Derived.Age, Ranges {

    /** Where the class or age stands. */
    int slot();

    void derive(long[] frame);

    /** The first case that holds names the class. */
    record Classified(int slot, Choice<Integer> cases, long[] words) implements Derived {

        @Override
        public void derive(long[] frame) {
            int which = cases.which(frame);
            frame[slot] = which < 0 ? Frame.ABSENT : words[which];
        }
    }

    /** 年龄：at the first moment of the year of the first given fact, which is a day or a year. */
    record Age(int slot, int birth, List<Slot> years) implements Derived {

        @Override
        public void derive(long[] frame) {
            frame[slot] = Frame.ABSENT;
            for (var year : years) {
                if (frame[year.index()] != Frame.ABSENT && frame[birth] != Frame.ABSENT) {
                    frame[slot] = year(year, frame[year.index()]).ageAtStart(LocalDate.ofEpochDay(frame[birth]));
                    return;
                }
            }
        }

        private static BenefitYear year(Slot slot, long value) {
            return slot.type() == FactType.DAY
                    ? BenefitYear.of(LocalDate.ofEpochDay(value))
                    : new BenefitYear((int) value);
        }
    }

    /** Adds a slot for a class and compiles it. */
    static Derived classified(RuleInForce rule, Law law, Schema schema, String name) {
        var titled = new LinkedHashMap<String, String>();
        rule.rule().node().get("words").members().forEach((word, title) -> titled.put(word, title.text()));
        var words = new WordList(name, titled, java.util.Map.of());
        if (rule.version().flatMap(version -> version.content().find("of")).isPresent()) {
            int slot = schema.add(name, FactType.WORD, Optional.of(words), Frame.ABSENT)
                    .index();
            return Ranges.of(rule, law, schema, new Ranges.Named(slot, words));
        }
        var cases = Choice.of(rule, law, schema, option -> number(words, option.get("is")))
                .tabled(schema);
        var slot = schema.add(name, FactType.WORD, Optional.of(words), Frame.ABSENT);
        var outcomes =
                cases.options().stream().mapToLong(Choice.Option::outcome).toArray();
        return new Classified(slot.index(), cases, outcomes);
    }

    private static Integer number(WordList words, Node word) {
        try {
            return words.number(word.text());
        } catch (IllegalArgumentException e) {
            throw word.problem(e.getMessage());
        }
    }

    /** Adds a slot for an age and compiles it. */
    static Derived age(RuleInForce rule, Schema schema, String name) {
        var content = rule.version().orElseThrow().content();
        var birth = schema.get(content.text("of"), content).index();
        var years = content.get("in_year_of").list().stream()
                .map(year -> schema.get(year.text(), year))
                .toList();
        return new Age(
                schema.add(name, FactType.COUNT, Optional.empty(), Frame.ABSENT).index(), birth, years);
    }
}
