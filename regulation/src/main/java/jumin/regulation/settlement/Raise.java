package jumin.regulation.settlement;

import java.util.Arrays;
import java.util.stream.IntStream;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Known;
import jumin.regulation.block.Lookup;
import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.Line.Figures;
import jumin.regulation.worksheet.LineKind;

/** 逐年提高限额：so much for each counted year beyond the first ones, together not more than a share of the limit that is raised. */
record Raise(Clause clause, int into, Standard each, Years years, Most most) implements Step {

    /** 计数的年数：those of the first fact beyond a number, and all of the further ones. */
    record Years(int counted, Lookup beyond, int[] further) {

        long count(long[] frame) {
            long more = Arrays.stream(further).mapToLong(slot -> frame[slot]).sum();
            return Math.max(0, frame[counted] - beyond.at(frame)) + more;
        }
    }

    /** 提高的上限：a share of a limit, by a clause of its own; where there is no limit nothing is raised. */
    record Most(Clause clause, Lookup limit, Lookup share) {}

    @Override
    public void apply(Sheet sheet) {
        long limit = most.limit().at(sheet.frame);
        long count = years.count(sheet.frame);
        if (count == 0 || limit < 0 || limit == Frame.UNLIMITED) {
            return;
        }
        long amount = each.known(sheet);
        if (!sheet.stopped()) {
            long wanted = Math.multiplyExact(amount, count);
            sheet.worksheet.write(LineKind.SUBTOTAL, clause, wanted);
            sheet.set(
                    into, within(sheet, wanted, sheet.share(limit, most.share().at(sheet.frame))));
        }
    }

    private long within(Sheet sheet, long wanted, long ceiling) {
        if (wanted <= ceiling) {
            return wanted;
        }
        sheet.worksheet.write(LineKind.LIMIT, most.clause(), new Figures(wanted, 0, ceiling, 0), ceiling);
        return ceiling;
    }

    @Override
    public Step in(Known known) {
        return this;
    }

    @Override
    public IntStream asked() {
        return IntStream.empty();
    }
}
