package jumin.regulation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jumin.regulation.law.Node;
import jumin.regulation.law.Rule;

/** 写得对而多半不是作者之意的。 */
final class Pitfalls {

    private static final List<String> FROM_THE_REST = List.of("pay", "bear");

    private Pitfalls() {}

    static List<Finding> in(List<Rule> rules) {
        var findings = new ArrayList<Finding>();
        for (var rule : rules) {
            rule.versions()
                    .forEach(version ->
                            version.content().find("steps").ifPresent(steps -> paidTwice(rule, steps, findings)));
            if (rule.key().equals("contribution.individual")) {
                rule.versions().stream()
                        .flatMap(version -> version.content().find("cells").stream())
                        .findFirst()
                        .ifPresent(cells -> findings.add(Finding.error(
                                cells.mark(), rule.key() + "：个人缴费标准不从这里读取；每年的标准由两人复核后发布，作为事实传入，这里写 unit: note")));
            }
        }
        return findings;
    }

    /** A payment of something else than the rest leaves the rest as it was, and a later step would take it again. */
    private static void paidTwice(Rule rule, Node steps, List<Finding> findings) {
        Optional<Node> apart = Optional.empty();
        for (var step : steps.list()) {
            if (apart.isPresent() && takesTheRest(step)) {
                findings.add(Finding.warning(
                        apart.get().mark(),
                        rule.key() + "：写了 of 的 pay 不减少 remaining，第 "
                                + step.mark().line()
                                + " 行还从 remaining 中支付或扣除，同一笔费用可能支付两次；"
                                + "先写 {left: rest, of: remaining, less: …}，其后的步骤写 of: rest"));
                return;
            }
            if (step.find("pay").isPresent()
                    && step.find("of")
                            .filter(of -> !of.text().equals("remaining"))
                            .isPresent()
                    && step.find("when").isEmpty()) {
                apart = Optional.of(step);
            }
        }
    }

    private static boolean takesTheRest(Node step) {
        return FROM_THE_REST.stream().anyMatch(key -> step.find(key).isPresent())
                && step.find("of").isEmpty()
                && step.find("when").isEmpty()
                && step.find("rate").isPresent();
    }
}
