package jumin.enrollment.recognition;

import jakarta.enterprise.context.ApplicationScoped;
import jumin.platform.sql.Sql;

/**
 * Registrations and lists that pass each other: a registration begins before the list is there, and ends after the list has looked
 * for its people. Registrations pass together; who looks for people registered meanwhile waits for them, and they for it.
 * To be passed first in a transaction, before anything is locked.
 */
@ApplicationScoped
public class RecognitionGate {

    private static final String GATE = "hashtext('category-lists and registrations')";

    private final Sql sql;

    RecognitionGate(Sql sql) {
        this.sql = sql;
    }

    public void pass() {
        sql.list("select pg_advisory_xact_lock_shared(" + GATE + ")", row -> true);
    }

    public void alone() {
        sql.list("select pg_advisory_xact_lock(" + GATE + ")", row -> true);
    }
}
