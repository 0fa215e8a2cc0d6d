package jumin.enrollment.table;

/** The file cannot be read at all; the message says, in Chinese, what to do. */
public final class Unreadable extends Exception {

    Unreadable(String reason) {
        super(reason);
    }
}
