package jumin.regulation.fund;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Schema;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Node;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.worksheet.LineKind;
import jumin.regulation.worksheet.Reasons;
import jumin.regulation.worksheet.Worksheet;

/** 基金缺口的分担：the bearers in the order of the text; each takes a share of what is left, as far as its limits go. */
final class GapSharing {

    private final Schema schema;
    private final List<Share> shares;

    /** 一方的分担。 */
    private record Share(String to, Rate share, Limits limits, Optional<Shortfall> shortfall, Clause clause) {}

    /** 各项限额；whether a limit whose fact is not given is none, as the data say. */
    private record Limits(List<Limit> all, boolean noneIfAbsent) {}

    /** 限额：a fact, or a multiple of it. */
    private record Limit(int slot, long times) {}

    /** 未完成的收入预算：made good in full before the gap is shared. */
    private record Shortfall(int budget, int actual) {}

    GapSharing(RuleInForce rule, Schema schema, Reasons reasons) {
        this.schema = schema;
        this.shares = rule.version().orElseThrow().content().get("shares").list().stream()
                .map(node -> share(node, rule, reasons))
                .toList();
    }

    private Share share(Node node, RuleInForce rule, Reasons reasons) {
        var to = node.text("to");
        return new Share(
                to,
                node.find("share").map(part -> Rate.parse(part.text())).orElse(Rate.ALL),
                new Limits(
                        node.find("up_to").map(Node::list).orElse(List.of()).stream()
                                .map(this::limit)
                                .toList(),
                        node.find("not_given").isPresent()),
                node.find("shortfall_of").map(this::shortfall),
                reasons.legend().clause(rule.key(), node.text("title"), rule.citation()));
    }

    private Limit limit(Node node) {
        int times = node.text().indexOf(" times ");
        if (times < 0) {
            return new Limit(schema.get(node.text(), node).index(), 1);
        }
        var fact = node.text().substring(times + " times ".length());
        return new Limit(
                schema.get(fact, node).index(), Long.parseLong(node.text().substring(0, times)));
    }

    private Shortfall shortfall(Node node) {
        return new Shortfall(
                schema.get(node.text("budget"), node).index(),
                schema.get(node.text("actual"), node).index());
    }

    /** 分担的结果：what each bears, or which fact of a limit was not given, without which nobody can say. */
    record Sharing(LinkedHashMap<String, Money> borne, Optional<String> missing) {}

    /** What each bears; together the gap, unless the last bearer has a limit. */
    Sharing share(long gap, long[] frame, Worksheet sheet) {
        var borne = new LinkedHashMap<String, Money>();
        long rest = gap;
        for (var share : shares) {
            var missing = rest == 0 ? Optional.<String>empty() : missing(share, frame);
            if (missing.isPresent()) {
                return new Sharing(borne, missing);
            }
            long amount =
                    share.shortfall().map(income -> shortfall(income, frame)).orElse(-1L);
            if (amount < 0) {
                amount = limited(share, share.share().of(rest, schema.rounding()), frame);
            }
            rest = Math.max(0, rest - amount);
            borne.put(share.to(), Money.ofFen(amount));
            sheet.write(LineKind.PART, share.clause(), amount);
        }
        return new Sharing(borne, Optional.empty());
    }

    private Optional<String> missing(Share share, long[] frame) {
        return share.limits().all().stream()
                .filter(limit -> !share.limits().noneIfAbsent())
                .map(Limit::slot)
                .filter(slot -> frame[slot] == Frame.ABSENT)
                .findFirst()
                .map(schema::name);
    }

    private static long shortfall(Shortfall missing, long[] frame) {
        boolean known = frame[missing.budget()] != Frame.ABSENT && frame[missing.actual()] != Frame.ABSENT;
        return known ? Math.max(0, frame[missing.budget()] - frame[missing.actual()]) : 0;
    }

    private static long limited(Share share, long wanted, long[] frame) {
        var limits = new ArrayList<Long>(List.of(wanted));
        for (var limit : share.limits().all()) {
            if (frame[limit.slot()] != Frame.ABSENT) {
                limits.add(Math.multiplyExact(frame[limit.slot()], limit.times()));
            }
        }
        return limits.stream().mapToLong(Long::longValue).min().orElseThrow();
    }
}
