package jumin.enrollment.roster;

/** The file cannot be read at all; the message says, in Chinese, what to do. */
final class Unreadable extends Exception {

    Unreadable(String reason) {
        super(reason);
    }
}
