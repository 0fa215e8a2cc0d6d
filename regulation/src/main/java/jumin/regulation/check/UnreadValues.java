package jumin.regulation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jumin.regulation.law.Node;
import jumin.regulation.law.ReadLog;
import jumin.regulation.law.Rule;

/** 没有案例用到的值：each cell and each option must be read by a case, in each of its periods. */
record UnreadValues(ReadLog reads) {

    List<Finding> in(List<Rule> rules) {
        var unread = new ArrayList<Finding>();
        for (var rule : rules) {
            for (var version : rule.versions()) {
                version.content().find("cells").ifPresent(cells -> cells(rule, cells, unread));
                version.content().find("bands").ifPresent(bands -> bands(rule, bands, unread));
                for (var key : List.of("first", "each")) {
                    version.content().find(key).ifPresent(options -> options(rule, options, unread));
                }
            }
        }
        return unread;
    }

    private void cells(Rule rule, Node cells, List<Finding> unread) {
        switch (cells) {
            case Node.Mapping mapping -> {
                for (Map.Entry<String, Node> cell : mapping.members().entrySet()) {
                    cells(rule, cell.getValue(), unread);
                }
            }
            case Node.Scalar value -> value(rule, value, "值 " + value.text(), unread);
            case Node.Sequence list -> value(rule, list, "值", unread);
        }
    }

    private void bands(Rule rule, Node bands, List<Finding> unread) {
        for (var band : bands.list()) {
            band.find("cells")
                    .ifPresentOrElse(cells -> cells(rule, cells, unread), () -> value(rule, band, "这一段", unread));
        }
    }

    private void options(Rule rule, Node options, List<Finding> unread) {
        options.list().forEach(option -> value(rule, option, "这一情形", unread));
    }

    private void value(Rule rule, Node node, String what, List<Finding> unread) {
        if (!reads.read(node.mark())) {
            unread.add(Finding.error(node.mark(), rule.key() + "：" + what + "没有案例用到；在 cases/ 加一个用到它的案例，或删去多余的值"));
        }
    }
}
