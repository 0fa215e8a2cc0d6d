package jumin.regulation.settlement;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.regulation.Rate;
import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.Line.Figures;
import jumin.regulation.worksheet.LineKind;
import jumin.regulation.worksheet.Worksheet;

/** 核算过程中的底稿。Money moves only by methods that take the clause it moves by. */
final class Sheet {

    static final long NO_RATIO = -1;

    final long[] frame;
    final Worksheet worksheet;
    private final Setting setting;
    private List<Denial> notes = List.of();
    private List<PartShare> parts = List.of();
    private long paidForOtherParts;
    private long poolRatio = NO_RATIO;
    private long thirdPartyShare;
    private Clause unknown;
    private Stop stop;

    /** 一部分费用的政策范围内金额，及各层为它支付的金额。 */
    record PartShare(Part part, long scope, long[] paid) {}

    /** Why the computation ended early. */
    record Stop(Denial cause, boolean curable) {}

    /** What all computations under one law have in common. */
    record Setting(Quantity.Layers layers, RoundingMode rounding, long itemRounding, Clause burden) {}

    Sheet(long[] frame, Worksheet worksheet, Setting setting) {
        this.frame = frame;
        this.worksheet = worksheet;
        this.setting = setting;
    }

    long get(int slot) {
        return frame[slot];
    }

    void set(int slot, long amount) {
        frame[slot] = amount;
    }

    /** How shares of items are rounded. */
    long rounding() {
        return setting.itemRounding();
    }

    long share(long amount, long millionths) {
        return Rate.share(amount, millionths, setting.rounding());
    }

    /** The person bears a standard, as far as there is anything left to bear. */
    void personBears(Clause clause, int slot, long standard) {
        long borne = Math.min(standard, frame[Quantity.REMAINING]);
        take(slot, borne);
        worksheet.write(LineKind.PERSON_BEARS, clause, borne);
    }

    /** The person bears what a standard leaves after what was borne before. */
    void personBears(Clause clause, int slot, long standard, long before) {
        long borne = Math.min(Math.max(0, standard - before), frame[Quantity.REMAINING]);
        take(slot, borne);
        worksheet.write(LineKind.PERSON_BEARS, clause, new Figures(standard, before, 0, 0), borne);
    }

    /** The person bears a share of an amount, as far as there is anything left to bear. */
    void personBearsShare(Clause clause, int slot, int of, long rate) {
        long base = frame[of];
        long borne = Math.min(share(base, rate), frame[Quantity.REMAINING]);
        take(slot, borne);
        if (rate != 0) {
            worksheet.write(LineKind.PERSON_BEARS, clause, new Figures(base, 0, rate, 0), borne);
        }
    }

    private void take(int slot, long amount) {
        frame[slot] += amount;
        frame[Quantity.REMAINING] -= amount;
    }

    /** A layer pays {@code (base − less) × (rate + points)}. */
    void fundPays(Clause clause, int layer, Figures product) {
        long rate = product.standard();
        long points = Math.min(product.points(), 1_000_000 - rate);
        long amount = share(product.base() - product.less(), rate + points);
        frame[layer] += amount;
        worksheet.write(LineKind.FUND_PAYS, clause, new Figures(product.base(), product.less(), rate, points), amount);
        keepWithinBurden(layer);
    }

    /** A layer never pays more than what is left of the bill, so that the person's part is never negative. */
    private void keepWithinBurden(int layer) {
        long left = frame[Quantity.TOTAL] - frame[Quantity.THIRD_PARTY] - paidForOtherParts;
        for (int each = setting.layers().first(); each < setting.layers().end(); each++) {
            left -= frame[each];
        }
        if (left < 0) {
            limit(setting.burden(), layer, frame[layer] + left, 0);
        }
    }

    /** A layer pays so much more, as far as the bill goes. */
    void fundAdds(int layer, long amount) {
        frame[layer] += amount;
        keepWithinBurden(layer);
    }

    /** A layer pays a fixed amount, not more than an amount (what is left, or the whole bill). */
    void fundPaysFixed(Clause clause, int layer, int of, long amount) {
        long paid = Math.min(amount, frame[of]);
        frame[layer] += paid;
        worksheet.write(LineKind.FUND_PAYS, clause, paid);
        keepWithinBurden(layer);
    }

    /** A layer's payment is cut to what its limit leaves. */
    boolean limit(Clause clause, int layer, long limit, long used) {
        long wanted = frame[layer];
        long paid = Math.min(wanted, Math.max(0, limit - used));
        frame[layer] = paid;
        worksheet.write(LineKind.LIMIT, clause, new Figures(wanted, used, limit, 0), paid);
        return paid < wanted;
    }

    /** A part of the bill takes its place beside the main one. */
    void part(Part part, long scope) {
        parts = parts.isEmpty() ? new ArrayList<>() : parts;
        parts.add(new PartShare(part, scope, new long[setting.layers().count()]));
    }

    List<PartShare> parts() {
        return parts;
    }

    /** Computes a part by itself: what the layers paid so far stands aside, and comes back when the part is done. */
    void settle(PartShare part, Runnable steps) {
        long left = frame[Quantity.REMAINING];
        long base = frame[Quantity.PART_BASE];
        int layers = setting.layers().first();
        var aside = new long[part.paid().length];
        for (int i = 0; i < aside.length; i++) {
            aside[i] = frame[layers + i];
            frame[layers + i] = 0;
            paidForOtherParts += aside[i];
        }
        frame[Quantity.REMAINING] = part.scope();
        frame[Quantity.PART_BASE] = part.scope();
        steps.run();
        for (int i = 0; i < aside.length; i++) {
            part.paid()[i] = frame[layers + i];
            frame[layers + i] += aside[i];
            paidForOtherParts -= aside[i];
        }
        frame[Quantity.REMAINING] = left;
        frame[Quantity.PART_BASE] = base;
    }

    void poolRatio(long rate) {
        if (poolRatio == NO_RATIO) {
            poolRatio = rate;
        }
    }

    /** The first ratio of the pool in millionths, or {@link #NO_RATIO}. */
    long poolRatio() {
        return poolRatio;
    }

    /** The share of the whole bill, in millionths, that somebody else is liable for and pays. */
    void thirdPartyShare(long rate) {
        thirdPartyShare = rate;
    }

    /** What is left of an amount when the third party has paid its share of it. */
    long afterThirdParty(long amount) {
        return thirdPartyShare == 0 ? amount : amount - share(amount, thirdPartyShare);
    }

    /** An item whose class prepayment no text gives: held, unless something refuses the bill first. */
    void unknown(Clause clause) {
        unknown = clause;
    }

    Optional<Clause> unknown() {
        return Optional.ofNullable(unknown);
    }

    void note(Denial note) {
        notes = notes.isEmpty()
                ? List.of(note)
                : Stream.concat(notes.stream(), Stream.of(note)).toList();
    }

    List<Denial> notes() {
        return notes;
    }

    void refuse(Clause clause) {
        stop(clause, false);
    }

    void hold(Clause clause) {
        stop(clause, true);
    }

    /** The first cause decides. */
    void stop(Clause clause, boolean curable) {
        if (stop == null) {
            stop = new Stop(Denial.of(clause), curable);
            worksheet.write(LineKind.DENIAL, clause, 0);
        }
    }

    boolean stopped() {
        return stop != null;
    }

    Optional<Stop> stop() {
        return Optional.ofNullable(stop);
    }
}
