package jumin.regulation.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the blocks of one chapter file and checks their form. */
record RuleReader(String instrument, Layer layer, Optional<InstrumentText> wording) {

    /** The same reader for another layer of the same instrument. */
    RuleReader at(Layer other) {
        return new RuleReader(instrument, other, wording);
    }

    /** The rules that can be read; what is wrong with the others is added to the problems, all of it. */
    List<Rule> read(Node file, List<LawDataProblem> problems) {
        var rules = new ArrayList<Rule>();
        file.members()
                .forEach((key, node) -> LawDataProblem.attempt(problems, () -> state(node))
                        .flatMap(state -> rule(key, node, state, problems))
                        .ifPresent(rules::add));
        return rules;
    }

    private Optional<Rule> rule(String key, Node node, Rule.State state, List<LawDataProblem> problems) {
        checkWording(node, state, problems);
        var versions = LawDataProblem.attempt(problems, () -> versions(node, state));
        var citation = LawDataProblem.attempt(problems, () -> citation(node, state));
        var unit = LawDataProblem.attempt(problems, () -> unit(node, state));
        if (versions.isEmpty() || citation.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        if (state == Rule.State.VALUE && layer == Layer.CITY) {
            LawDataProblem.attempt(problems, () -> problems.addAll(QuotedNumbers.missing(node, unit.get())));
        }
        return LawDataProblem.attempt(
                problems,
                () -> new Rule(
                        key, node.text("title"), state, citation.get(), unit.get(), versions.get(), node, layer));
    }

    private static List<Version> versions(Node node, Rule.State state) {
        return state == Rule.State.GAP || state == Rule.State.NOT_PROVIDED ? List.of() : versions(node.get("values"));
    }

    private String unit(Node node, Rule.State state) {
        var unit = node.find("unit").map(Node::text).orElse("none");
        boolean values = state != Rule.State.GAP
                && state != Rule.State.NOT_PROVIDED
                && !node.get("values").list().isEmpty();
        if (values && unit.equals("none")) {
            throw node.problem("有 values 而没有 unit；写明是表（CNY、rate、points、count）、分情形、步骤，还是只有依据（note）");
        }
        return unit;
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
            case VALUE, GAP ->
                new Citation(
                        instrument(node),
                        article.orElseThrow(() -> node.problem("缺少条款 cite；写这条规定所在的条款，如 cite: 第二十八条")));
            case NOT_PROVIDED -> new Citation(instrument, article.orElse("全文"));
        };
    }

    private String instrument(Node node) {
        return node.find("source").map(source -> source.text("document")).orElse(instrument);
    }

    private void checkWording(Node node, Rule.State state, List<LawDataProblem> problems) {
        if (state == Rule.State.VALUE
                && layer == Layer.CITY
                && node.find("quote").isEmpty()) {
            problems.add(node.problem("市级规定须逐字引用原文 quote；原文没有的，写 assumption 并附决定记录"));
        }
        if (state == Rule.State.VALUE
                && layer != Layer.CITY
                && node.find("source").isEmpty()) {
            problems.add(node.problem("非市级的值须写明来源 source；写 document、seen、confidence"));
        }
        node.find("quote").ifPresent(quotes -> checkQuotes(quotes, problems));
        node.find("above").flatMap(above -> above.find("quote")).ifPresent(quotes -> checkQuotes(quotes, problems));
    }

    private void checkQuotes(Node quotes, List<LawDataProblem> problems) {
        if (wording.isEmpty()) {
            if (layer != Layer.CITY) {
                problems.add(quotes.problem("没有原文 instrument.txt，不能引用；非市级的值写 source"));
            }
            return;
        }
        var text = wording.get();
        for (var quote : quotes.list()) {
            if (!text.contains(quote.text())) {
                problems.add(quote.problem("引文不在原文中，须逐字一致：" + quote.text() + "；" + text.difference(quote.text())));
            }
        }
    }

    private static List<Version> versions(Node values) {
        var versions = new ArrayList<Version>();
        for (var value : values.list()) {
            var until = value.find("until").map(Dates::read);
            checkOrder(value, until);
            versions.add(new Version(Dates.read(value.get("from")), until, value));
        }
        versions.sort(Comparator.comparing(Version::from));
        var pairs = IntStream.range(1, versions.size()).boxed().toList();
        LawDataProblem.ofEach(pairs, later -> checkDisjoint(versions.get(later - 1), versions.get(later)));
        return versions;
    }

    private static void checkOrder(Node value, Optional<LocalDate> until) {
        var from = Dates.read(value.get("from"));
        if (until.filter(from::isAfter).isPresent()) {
            throw value.get("until").problem("until 早于 from（" + from + "）；核对两个日期");
        }
    }

    private static Version checkDisjoint(Version earlier, Version later) {
        LocalDate last = earlier.until()
                .orElseThrow(() -> earlier.content()
                        .problem("后面还有版本，须写 until；写到后一版本的前一日 " + later.from().minusDays(1)));
        if (!last.isBefore(later.from())) {
            throw later.content().problem("与前一版本的日期重叠；前一版本到 " + last + "，这一版本应自 " + last.plusDays(1) + " 起");
        }
        if (!last.plusDays(1).equals(later.from())) {
            throw later.content()
                    .problem("与前一版本之间有空档：" + last.plusDays(1) + " 至 "
                            + later.from().minusDays(1) + " 没有规定；改 until 或 from，使各时期相接");
        }
        return later;
    }
}
