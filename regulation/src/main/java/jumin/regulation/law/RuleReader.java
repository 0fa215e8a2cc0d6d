package jumin.regulation.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the blocks of one chapter file and checks their form. */
record RuleReader(String instrument, Layer layer, Optional<InstrumentText> wording) {

    private static final Set<String> KEYS = Set.of(
            "title",
            "cite",
            "quote",
            "source",
            "assumption",
            "gap",
            "deferred_to",
            "not_provided",
            "placeholder",
            "unit",
            "axes",
            "others",
            "words",
            "among",
            "further",
            "checked",
            "note",
            "reading",
            "above",
            "values");

    List<Rule> read(Node file) {
        file.only(Set.of("chapter", "rules", "source", "note"));
        var rules = new ArrayList<Rule>();
        file.get("rules").members().forEach((key, node) -> rules.add(rule(key, node)));
        return rules;
    }

    private Rule rule(String key, Node node) {
        node.only(KEYS);
        var state = state(node);
        var versions = state == Rule.State.GAP || state == Rule.State.NOT_PROVIDED
                ? List.<Version>of()
                : versions(node.get("values"));
        checkWording(node, state);
        var unit = node.find("unit").map(Node::text).orElse("none");
        if (state == Rule.State.VALUE && layer == Layer.CITY) {
            QuotedNumbers.check(node, unit);
        }
        return new Rule(key, node.text("title"), state, citation(node, state), unit, versions, node, layer);
    }

    private static Rule.State state(Node node) {
        if (node.find("gap").isPresent() || node.find("deferred_to").isPresent()) {
            return Rule.State.GAP;
        }
        if (node.find("not_provided").isPresent()) {
            return Rule.State.NOT_PROVIDED;
        }
        if (node.find("placeholder").isPresent()) {
            return Rule.State.PLACEHOLDER;
        }
        return node.find("assumption").isPresent() ? Rule.State.ASSUMPTION : Rule.State.VALUE;
    }

    private Citation citation(Node node, Rule.State state) {
        var article = node.find("cite").map(Node::text);
        return switch (state) {
            case ASSUMPTION -> new Citation("", "假定：" + node.text("assumption"));
            case PLACEHOLDER -> new Citation("", "演示用代用值：" + node.text("placeholder"));
            case VALUE, GAP -> new Citation(instrument(node), article.orElseThrow(() -> node.problem("缺少条款 cite")));
            case NOT_PROVIDED -> new Citation(instrument, article.orElse("全文"));
        };
    }

    private String instrument(Node node) {
        return node.find("source").map(source -> source.text("document")).orElse(instrument);
    }

    private void checkWording(Node node, Rule.State state) {
        if (state == Rule.State.VALUE
                && layer == Layer.CITY
                && node.find("quote").isEmpty()) {
            throw node.problem("市级规定须逐字引用原文 quote；原文没有的，写 assumption 并附决定记录");
        }
        if (state == Rule.State.VALUE
                && layer != Layer.CITY
                && node.find("source").isEmpty()) {
            throw node.problem("非市级的值须写明来源 source");
        }
        node.find("quote").ifPresent(this::checkQuotes);
        node.find("above").flatMap(above -> above.find("quote")).ifPresent(this::checkQuotes);
    }

    private void checkQuotes(Node quotes) {
        var text = wording.orElseThrow(() -> quotes.problem("没有原文 instrument.txt，不能引用"));
        for (var quote : quotes.list()) {
            if (!text.contains(quote.text())) {
                throw quote.problem("引文不在原文中，须逐字一致：" + quote.text());
            }
        }
    }

    private static List<Version> versions(Node values) {
        var versions = new ArrayList<Version>();
        for (var value : values.list()) {
            var until = value.find("until").map(Dates::read);
            versions.add(new Version(Dates.read(value.get("from")), until, value));
        }
        versions.sort(Comparator.comparing(Version::from));
        for (int i = 1; i < versions.size(); i++) {
            checkDisjoint(versions.get(i - 1), versions.get(i));
        }
        return versions;
    }

    private static void checkDisjoint(Version earlier, Version later) {
        LocalDate last = earlier.until().orElseThrow(() -> earlier.content().problem("后面还有版本，须写 until"));
        if (!last.isBefore(later.from())) {
            throw later.content().problem("与前一版本的日期重叠");
        }
    }
}
