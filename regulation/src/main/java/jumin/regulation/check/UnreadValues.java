package jumin.regulation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jumin.regulation.law.Mark;
import jumin.regulation.law.Node;
import jumin.regulation.law.ReadLog;
import jumin.regulation.law.Rule;

/** 没有案例用到的值：each cell and each option must be read by a case, in each of its periods. */
record UnreadValues(ReadLog reads) {

    private static final int MOST_TOLD = 8;

    List<Finding> in(List<Rule> rules) {
        var findings = new ArrayList<Finding>();
        for (var rule : rules) {
            var unread = new ArrayList<Unread>();
            for (var version : rule.versions()) {
                version.content().find("cells").ifPresent(cells -> cells(cells, unread));
                version.content().find("bands").ifPresent(bands -> bands(bands, unread));
                for (var key : List.of("first", "each")) {
                    version.content().find(key).ifPresent(options -> options(options, unread));
                }
            }
            told(rule, unread).ifPresent(findings::add);
        }
        return findings;
    }

    /** 一处没有用到的值。 */
    private record Unread(Mark mark, String what) {}

    /** One finding for a rule: before there are cases, a whole city is unread. */
    private static Optional<Finding> told(Rule rule, List<Unread> unread) {
        if (unread.isEmpty()) {
            return Optional.empty();
        }
        var first = unread.getFirst();
        var which = unread.stream()
                .limit(MOST_TOLD)
                .map(one -> one.what() + "（第 " + one.mark().line() + " 行）")
                .collect(Collectors.joining("、"));
        var what = unread.size() == 1
                ? first.what() + "没有案例用到"
                : unread.size() + " 处没有案例用到：" + which + (unread.size() > MOST_TOLD ? "……" : "");
        return Optional.of(Finding.error(first.mark(), rule.key() + "：" + what + "；在 cases/ 加一个用到它的案例，或删去多余的值"));
    }

    private void cells(Node cells, List<Unread> unread) {
        switch (cells) {
            case Node.Mapping mapping -> {
                for (Map.Entry<String, Node> cell : mapping.members().entrySet()) {
                    cells(cell.getValue(), unread);
                }
            }
            case Node.Scalar value -> value(value, "值 " + value.text(), unread);
            case Node.Sequence list -> value(list, "值", unread);
        }
    }

    private void bands(Node bands, List<Unread> unread) {
        for (var band : bands.list()) {
            band.find("cells").ifPresentOrElse(cells -> cells(cells, unread), () -> value(band, "这一段", unread));
        }
    }

    private void options(Node options, List<Unread> unread) {
        options.list().forEach(option -> value(option, "这一情形", unread));
    }

    private void value(Node node, String what, List<Unread> unread) {
        if (!reads.read(node.mark())) {
            unread.add(new Unread(node.mark(), what));
        }
    }
}
