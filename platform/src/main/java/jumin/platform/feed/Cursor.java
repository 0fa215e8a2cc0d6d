package jumin.platform.feed;

import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/**
 * A place in a feed: {@code epoch:transaction:id}. Sequence order is not commit order, so the transaction comes first.
 *
 * @param epoch changes when the database was restored from a backup
 */
record Cursor(String epoch, String transaction, long id) {

    static final String START = "0";

    /** Of a reader: refused when malformed or of another epoch. */
    static Cursor parse(String text, String epoch) {
        if (text.equals(START)) {
            return new Cursor(epoch, "0", 0);
        }
        var parts = text.split(":", -1);
        if (parts.length != 3 || !parts[1].matches("\\d{1,19}") || !parts[2].matches("\\d{1,18}")) {
            throw ProblemException.field(
                    PlatformProblem.PARAMETER_INVALID, "?after", "游标格式不对", "从头读取请用 0，否则用上一页的 next");
        }
        if (!parts[0].equals(epoch)) {
            throw new ProblemException(PlatformProblem.FEED_EPOCH_CHANGED, "数据库已恢复过，请从 0 重新读取。");
        }
        return new Cursor(epoch, parts[1], Long.parseLong(parts[2]));
    }

    /** Of a change as a source has served it. */
    static Cursor of(String text) {
        var parts = text.split(":", -1);
        return new Cursor(parts[0], parts[1], Long.parseLong(parts[2]));
    }

    /** Whether it lies behind another one; epochs are not compared. */
    boolean after(Cursor other) {
        var transactions = Long.compareUnsigned(number(transaction), number(other.transaction));
        return transactions > 0 || transactions == 0 && id > other.id;
    }

    String text() {
        return epoch + ":" + transaction + ":" + id;
    }

    private static long number(String transaction) {
        return Long.parseUnsignedLong(transaction);
    }
}
