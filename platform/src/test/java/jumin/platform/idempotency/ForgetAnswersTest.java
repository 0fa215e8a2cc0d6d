package jumin.platform.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Set;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Scope;
import jumin.platform.sql.Sql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgetAnswersTest {

    private final Caller somebody =
            new Caller("forgetful-" + System.nanoTime(), "x", Set.of("finance"), Scope.ofDivision("360900/"));

    @Inject
    ForgetAnswers forget;

    @Inject
    Sql sql;

    @Inject
    CurrentCaller caller;

    private void answered(String key, int daysAgo) {
        caller.callAs(
                somebody,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.update(
                                "insert into idempotency (client, key, fingerprint, claimed_at, status, body)"
                                        + " values (?, ?, 'f', ?, 200, '\\x7b7d')",
                                somebody.id(),
                                key,
                                OffsetDateTime.now().minusDays(daysAgo))));
    }

    private long known(Caller asking) {
        return caller.callAs(
                asking, () -> sql.count("select count(*) from idempotency where client = ?", somebody.id()));
    }

    @Test
    @DisplayName("幂等回答留 400 天，之后忘掉；未满的还在；旁人看不到、也忘不掉别人的")
    void oldAnswersAreForgotten() {
        answered("old", 401);
        answered("young", 399);
        var other = new Caller("other", "y", Set.of("finance"), Scope.ofDivision("360900/"));
        assertEquals(0, known(other));
        assertEquals(
                0, caller.callAs(other, () -> sql.update("delete from idempotency where client = ?", somebody.id())));

        assertTrue(forget.run() >= 1);

        assertEquals(1, known(somebody));
        assertEquals(0, forget.run());
    }
}
