package jumin.regulation.block;

/** Special values in a frame of slots, and in the cells of a table. */
public final class Frame {

    /** The fact was not given. */
    public static final long ABSENT = Long.MIN_VALUE;

    /** 不予支付：the table says that there is nothing. */
    public static final long NOT_COVERED = Long.MIN_VALUE + 1;

    /** 不设限额 */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private Frame() {}
}
