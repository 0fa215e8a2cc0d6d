package jumin.platform.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FeedFaultsTest {

    @Inject
    FeedInbox inbox;

    @Inject
    Sql sql;

    @Inject
    CurrentCaller caller;

    /** Keeps what was applied for good; {@code before} may fail. */
    private static final class Keeping implements FeedSubscription {

        private final String source = "faults-" + System.nanoTime();
        private final List<String> applied = new ArrayList<>();
        private Consumer<Change> before = change -> {};

        @Override
        public String source() {
            return source;
        }

        @Override
        public Set<String> kinds() {
            return Set.of("probe");
        }

        @Override
        public void apply(Change change) {
            before.accept(change);
            applied.add(
                    change.subject() + change.cursor().substring(change.cursor().lastIndexOf(':')));
        }
    }

    private static ChangePage page(String... subjects) {
        var changes = new ArrayList<Change>();
        for (var subject : subjects) {
            changes.add(new Change(
                    "e:7:" + (changes.size() + 1),
                    "probe",
                    subject,
                    Instant.EPOCH,
                    JsonNodeFactory.instance.objectNode()));
        }
        return new ChangePage(changes, changes.getLast().cursor(), true);
    }

    private void take(Keeping keeping, ChangePage page) {
        caller.callAs(Caller.service("test"), () -> {
            inbox.take(keeping, inbox.cursor(keeping.source()), page);
            return null;
        });
    }

    private ChangePage rest(Keeping keeping, ChangePage page) {
        var at = caller.callAs(Caller.service("test"), () -> inbox.cursor(keeping.source()));
        var from = page.changes().stream().map(Change::cursor).toList().indexOf(at) + 1;
        return new ChangePage(page.changes().subList(from, page.changes().size()), page.next(), true);
    }

    private long parked(Keeping keeping) {
        return caller.callAs(
                Caller.service("test"),
                () -> sql.count("select count(*) from feed_parked where source = ?", keeping.source()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"55P03", "40P01", "40001", "57014", "53300"})
    @DisplayName("等锁超时、死锁、取消、连接不足：不停放任何人，过一会儿从同一处重试")
    void passingFaultsParkNobody(String state) {
        var keeping = new Keeping();
        keeping.before = change -> {
            if (change.subject().equals("b")) {
                sql.update("do $$ begin raise exception 'busy' using errcode = '" + state + "'; end $$");
            }
        };
        var page = page("a", "b", "c");
        assertThrows(RuntimeException.class, () -> take(keeping, page));
        assertThrows(RuntimeException.class, () -> take(keeping, rest(keeping, page)));
        assertEquals(0, parked(keeping));

        keeping.before = change -> {};
        keeping.applied.clear();
        take(keeping, rest(keeping, page));
        assertEquals(List.of("b:2", "c:3"), keeping.applied);
    }

    @Test
    @DisplayName("从头重读时已停放的不再停放一次，也不卡住别人")
    void readingAgainDoesNotStumbleOverWhatIsParked() {
        var keeping = new Keeping();
        keeping.before = change -> {
            if (change.subject().equals("b")) {
                throw new IllegalStateException("poison");
            }
        };
        var page = page("a", "b", "c", "b");
        take(keeping, page);
        assertEquals(2, parked(keeping));
        caller.callAs(
                Caller.service("test"),
                () -> sql.update("update feed_cursor set cursor = '0' where source = ?", keeping.source()));
        take(keeping, page);
        assertEquals(2, parked(keeping));
    }
}
