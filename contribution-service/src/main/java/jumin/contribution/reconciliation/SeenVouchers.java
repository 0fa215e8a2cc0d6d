package jumin.contribution.reconciliation;

import java.util.BitSet;

/**
 * Which voucher numbers have come already, in memory that does not grow with their number: it may take a new one for a known one
 * (about one of a thousand when a million have come), never a known one for a new one. What it calls known is counted exactly later.
 */
final class SeenVouchers {

    private static final int SIZE = 25;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final BitSet marks = new BitSet(1 << SIZE);

    /** Whether it may have come before; from now on it has. */
    boolean again(String voucherNo) {
        var hash = OFFSET;
        for (var i = 0; i < voucherNo.length(); i++) {
            hash = (hash ^ voucherNo.charAt(i)) * PRIME;
        }
        hash = (hash ^ hash >>> 32) * SPREAD;
        var one = (int) (hash >>> Long.SIZE - SIZE);
        var other = (int) (hash >>> Long.SIZE - 2 * SIZE) & (1 << SIZE) - 1;
        var known = marks.get(one) && marks.get(other);
        marks.set(one);
        marks.set(other);
        return known;
    }
}
