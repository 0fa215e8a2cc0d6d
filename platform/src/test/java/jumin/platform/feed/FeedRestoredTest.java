package jumin.platform.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedRestoredTest {

    @Inject
    Feed feed;

    @Inject
    CurrentCaller caller;

    @ConfigProperty(name = "JUMIN_DB_URL")
    String url;

    @ConfigProperty(name = "JUMIN_DB_OWNER")
    String owner;

    @ConfigProperty(name = "JUMIN_DB_OWNER_PASSWORD")
    String password;

    private ChangePage all() {
        return caller.callAs(Caller.service("test"), () -> feed.read("0", 1000));
    }

    private Cursor publish() {
        caller.callAs(Caller.service("test"), () -> {
            QuarkusTransaction.requiringNew().run(() -> feed.publish("probe", "restored", Map.of()));
            return null;
        });
        return Cursor.of(all().next());
    }

    private void restored() throws SQLException {
        try (var connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement()) {
            statement.execute("select jumin_feed_restored()");
        }
    }

    @Test
    @DisplayName("恢复之后开始新纪元，记下以前各纪元到哪里还在")
    void aRestoreSaysWhatSurvived() throws SQLException {
        var last = publish();
        restored();
        assertEquals(last.transaction() + ":" + last.id(), all().survived().get(last.epoch()));
        var later = publish();
        assertNotEquals(last.epoch(), later.epoch());
        restored();
        assertEquals(last.transaction() + ":" + last.id(), all().survived().get(last.epoch()));
        assertEquals(later.transaction() + ":" + later.id(), all().survived().get(later.epoch()));
    }
}
