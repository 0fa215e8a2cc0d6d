package jumin.regulation.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jumin.regulation.law.Citation;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawDataProblem;
import jumin.regulation.law.Node;
import jumin.regulation.law.ReadLog;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.law.Version;

/** 分情形的规定：options in the order of the text; the first whose condition holds decides, or all that hold are weighed. */
public final class Choice<T> {

    /** 情形及其结果。 */
    public record Option<T>(Condition when, T outcome, Citation citation) {}

    private final List<Option<T>> options;
    private final ReadLog.Probe probe;
    private final Optional<DecisionTable> table;

    private Choice(List<Option<T>> options, ReadLog.Probe probe, Optional<DecisionTable> table) {
        this.options = List.copyOf(options);
        this.probe = probe;
        this.table = table;
    }

    /** Compiles the options of a rule; a rule without a version on the day has none. */
    public static <T> Choice<T> of(RuleInForce rule, Law law, Schema schema, Function<Node, T> outcome) {
        var conditions = new ConditionReader(schema);
        var entries = rule.version().map(Version::content).map(Choice::entries).orElse(List.of());
        var options = LawDataProblem.ofEach(entries, option -> {
            var citation = option.find("cite")
                    .map(article -> new Citation(rule.citation().instrument(), article.text()))
                    .orElse(rule.citation());
            return new Option<>(conditions.of(option), outcome.apply(option), citation);
        });
        var places = entries.stream().map(Node::mark).toList();
        return new Choice<>(options, law.reads().probe(places), Optional.empty());
    }

    /** The same choice with its decisions made beforehand where they are few; for what is asked often. */
    public Choice<T> tabled(Schema schema) {
        var conditions = options.stream().map(Option::when).toList();
        return new Choice<>(options, probe, DecisionTable.of(conditions, schema));
    }

    /** The same choice where these facts are known: without the options that cannot hold, and those behind one that does. */
    public Choice<T> in(Known known) {
        var open = new ArrayList<Option<T>>();
        for (var option : options) {
            var when = option.when().in(known);
            if (!when.equals(Condition.NEVER)) {
                open.add(new Option<>(when, option.outcome(), option.citation()));
            }
            if (when.equals(Condition.ALWAYS)) {
                break;
            }
        }
        return new Choice<>(open, ReadLog.off().probe(List.of()), Optional.empty());
    }

    private static List<Node> entries(Node version) {
        return version.find("first")
                .or(() -> version.find("each"))
                .orElseThrow(() -> version.problem("缺少 first 或 each"))
                .list();
    }

    public Optional<Option<T>> first(long[] frame) {
        int which = which(frame);
        return which < 0 ? Optional.empty() : Optional.of(options.get(which));
    }

    /** The number of the first option whose condition holds, or −1. */
    public int which(long[] frame) {
        int which = table.isPresent() ? table.get().which(frame) : search(frame);
        if (which >= 0) {
            probe.hit(which);
        }
        return which;
    }

    private int search(long[] frame) {
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).when().holds(frame)) {
                return i;
            }
        }
        return -1;
    }

    public List<Option<T>> all(long[] frame) {
        var holding = new ArrayList<Option<T>>();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).when().holds(frame)) {
                probe.hit(i);
                holding.add(options.get(i));
            }
        }
        return holding;
    }

    public List<Option<T>> options() {
        return options;
    }
}
