package jumin.regulation.block;

import java.util.ArrayList;
import java.util.List;
import jumin.regulation.law.Law;
import jumin.regulation.law.Mark;
import jumin.regulation.law.Node;
import jumin.regulation.law.ReadLog;
import jumin.regulation.law.RuleInForce;

/** 按数分段的类别（年龄段、金额段、第几次住院）：from low to high, without gaps or overlaps by their form. */
record Ranges(int slot, int of, long[] tops, long[] words, ReadLog.Probe probe) implements Derived {

    @Override
    public void derive(long[] frame) {
        long value = frame[of];
        if (value == Frame.ABSENT) {
            frame[slot] = Frame.ABSENT;
            return;
        }
        int range = 0;
        while (value > tops[range]) {
            range++;
        }
        probe.hit(range);
        frame[slot] = words[range];
    }

    /** Reads the ranges; each but the last has an upper bound above the one before. */
    static Ranges of(RuleInForce rule, Law law, Schema schema, Named named) {
        var content = rule.version().orElseThrow().content();
        var of = schema.get(content.text("of"), content.get("of"));
        var ranges = content.get("bands").list();
        var tops = new long[ranges.size()];
        var words = new long[ranges.size()];
        var places = new ArrayList<Mark>();
        for (int i = 0; i < tops.length; i++) {
            var range = ranges.get(i);
            tops[i] = top(range, of, i == tops.length - 1);
            if (i > 0 && tops[i] <= tops[i - 1]) {
                throw range.problem("这一段不高于前一段；各段自低到高，上限逐段增大");
            }
            words[i] = named.number(range.get("is"));
            places.add(range.mark());
        }
        return new Ranges(named.slot(), of.index(), tops, words, law.reads().probe(List.copyOf(places)));
    }

    /** The highest value that belongs to a range. */
    private static long top(Node range, Slot of, boolean last) {
        var upTo = range.find("up_to");
        var below = range.find("below");
        if (last) {
            if (upTo.isPresent() || below.isPresent()) {
                throw range.problem("最高一段不能有上限；去掉 up_to、below，使每个数都有归属");
            }
            return Long.MAX_VALUE;
        }
        if (upTo.isPresent() == below.isPresent()) {
            throw range.problem("除最高一段外，每段写 up_to（含）或 below（不满）之一；使各段相接，每个数都有归属");
        }
        return upTo.map(of::literal).orElseGet(() -> of.literal(below.orElseThrow()) - 1);
    }

    /** Where the class stands, and its words. */
    record Named(int slot, jumin.regulation.fact.WordList words) {

        long number(Node word) {
            try {
                return words.number(word.text());
            } catch (IllegalArgumentException e) {
                throw word.problem(e.getMessage() + "；写 words 中的一个词");
            }
        }
    }
}
