package jumin.regulation.settlement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import jumin.regulation.block.ConditionReader;
import jumin.regulation.block.Slot;
import jumin.regulation.block.Table;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Citation;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Node;
import jumin.regulation.law.RuleInForce;

/** Compiles what the law says of single items: by class and kind, which together are a cell. */
record ItemCompiler(Compiling compiling, Slot itemClass, Slot itemKind) {

    private static final Clause[] NO_CLAUSES = {};

    ItemScope scope() {
        var rule = compiling.law().get("item.prepayment");
        var table = Table.of(rule, compiling.law(), compiling.schema());
        if (!table.axes().equals(List.of(itemClass, itemKind))) {
            throw rule.rule().node().problem("先行自付比例须按 axes: [item.class, item.kind]");
        }
        var own = compiling.law().find("item.own_prepayment");
        var laws = new ItemLines.Clauses(
                line("total", rule),
                line("out_of_scope", rule),
                line("scope", rule),
                prepaid(rule, table),
                own.map(this::prepaidAsOwn).orElse(NO_CLAUSES),
                over());
        var sums = compiling.law().keys("item_sum.").stream().map(this::sum).toList();
        return new ItemScope(table, own.map(this::taken).orElseGet(this::noCell), laws, sums);
    }

    private Clause[] prepaid(RuleInForce rule, Table table) {
        return named(rule, "先行自付", cell -> table.citationAt(cell).orElse(rule.citation()));
    }

    private Clause[] prepaidAsOwn(RuleInForce rule) {
        return named(rule, "先行自付（目录所定比例）", cell -> rule.citation());
    }

    /** The cells in which the law leaves the rate to the catalogue. */
    private boolean[] taken(RuleInForce own) {
        return own.version().map(version -> cells(version.content())).orElseGet(this::noCell);
    }

    private boolean[] noCell() {
        return new boolean[everyCell().length];
    }

    private Clause[] over() {
        var rule = compiling.law().get("item.ceiling");
        return named(rule, "超过支付标准部分", cell -> rule.citation());
    }

    private Clause[] named(RuleInForce rule, String what, IntFunction<Citation> basis) {
        var classes = itemClass.words().orElseThrow();
        var kinds = itemKind.words().orElseThrow();
        var clauses = new ArrayList<Clause>();
        for (int cell = 0; cell < classes.size() * kinds.size(); cell++) {
            var item = classes.title(cell / kinds.size()) + kinds.title(cell % kinds.size());
            clauses.add(compiling.legend().clause(rule.key(), item + what, basis.apply(cell)));
        }
        return clauses.toArray(Clause[]::new);
    }

    private Clause line(String quantity, RuleInForce rule) {
        var title = compiling.vocabulary().title("quantities", quantity);
        return compiling.legend().clause(quantity, title, rule.citation());
    }

    private Taking.Counted sum(String key) {
        var content = compiling.law().get(key).version().orElseThrow().content();
        var part = CellSums.Part.valueOf(content.text("part").toUpperCase(Locale.ROOT));
        var counted = cells(content);
        var cells =
                IntStream.range(0, counted.length).filter(cell -> counted[cell]).toArray();
        return new Taking.Counted(compiling.slot(content.get("into")), part, cells);
    }

    /** The cells for which a condition on {@code item.class} and {@code item.kind} holds. */
    boolean[] cells(Node conditioned) {
        var condition = new ConditionReader(compiling.schema()).of(conditioned);
        var frame = compiling.schema().frame(Facts.none());
        var holding = everyCell();
        for (int cell = 0; cell < holding.length; cell++) {
            frame[itemClass.index()] = cell / itemKind.words().orElseThrow().size();
            frame[itemKind.index()] = cell % itemKind.words().orElseThrow().size();
            holding[cell] = condition.holds(frame);
        }
        return holding;
    }

    /** What items must be for, as a set of words; {@link Taking#ANY_USE} where the law does not ask. */
    long uses(Node conditioned) {
        return conditioned.find("uses").map(asked -> words().set(asked.texts())).orElse(Taking.ANY_USE);
    }

    Bill.Words words() {
        var vocabulary = compiling.vocabulary();
        return new Bill.Words(vocabulary.words("item_kind"), vocabulary.words("item_use"));
    }

    boolean[] everyCell() {
        var cells = new boolean
                [itemClass.words().orElseThrow().size()
                        * itemKind.words().orElseThrow().size()];
        Arrays.fill(cells, true);
        return cells;
    }
}
