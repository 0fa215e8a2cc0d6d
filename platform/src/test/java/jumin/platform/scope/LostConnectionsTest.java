package jumin.platform.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a restart of the database leaves: a pool full of connections that nobody answers. */
@QuarkusTest
class LostConnectionsTest {

    private static final int CONNECTIONS = 8;
    private static final int PATIENCE = 100;
    private static final int MORE_THAN_THE_POOL_HOLDS = 40;

    @Inject
    DataSource database;

    @Test
    @DisplayName("数据库断开全部连接后，连接池自己恢复，不必重启服务")
    void thePoolRecoversWhenAllItsConnectionsWereCut() throws Exception {
        var held = new ArrayList<Connection>();
        for (int i = 0; i < CONNECTIONS; i++) {
            held.add(database.getConnection());
        }
        for (var connection : held) {
            connection.close();
        }
        cutAll();

        int tries = 0;
        while (working() < CONNECTIONS && tries < PATIENCE) {
            tries++;
            Thread.sleep(100);
        }
        assertEquals(CONNECTIONS, working(), "after " + tries + " tries");
    }

    @Test
    @DisplayName("事务进行中连接被断开：该事务失败，连接池仍恢复")
    void thePoolRecoversWhenTransactionsWereCut() throws Exception {
        int cut = 0;
        for (int i = 0; i < MORE_THAN_THE_POOL_HOLDS; i++) {
            try {
                QuarkusTransaction.requiringNew().run(this::cutInTheMiddle);
            } catch (RuntimeException failed) {
                cut++;
            }
        }
        // The end is only signalled: a quick statement may come before it.
        assertTrue(cut > MORE_THAN_THE_POOL_HOLDS / 2, cut + " transactions were cut");

        int tries = 0;
        while (working() < CONNECTIONS && tries < PATIENCE) {
            tries++;
            Thread.sleep(100);
        }
        assertEquals(CONNECTIONS, working(), "after " + tries + " tries");
    }

    private void cutInTheMiddle() {
        try (var connection = database.getConnection();
                var query = connection.createStatement()) {
            query.execute("select 1");
            cutAllElsewhere();
            query.execute("select 2");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void cutAllElsewhere() {
        try {
            var thread = Thread.ofPlatform().start(this::cutAll);
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void cutAll() {
        try (var connection = database.getConnection();
                var cut = connection.createStatement()) {
            cut.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user");
        } catch (SQLException itsOwnEnd) {
            // the statement ends its own connection too
        }
    }

    /** How many of several callers at once get an answer. */
    private long working() throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var answers = new ArrayList<java.util.concurrent.Callable<Boolean>>();
            for (int i = 0; i < CONNECTIONS; i++) {
                answers.add(this::answers);
            }
            return threads.invokeAll(answers).stream()
                    .filter(answer -> answer.resultNow())
                    .count();
        }
    }

    private boolean answers() {
        try (var connection = database.getConnection();
                var query = connection.createStatement()) {
            return query.execute("select 1");
        } catch (SQLException | RuntimeException notYet) {
            return false;
        }
    }
}
