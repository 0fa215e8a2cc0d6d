package jumin.platform.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Reading a feed again must not lead anybody back through states that are over. */
@QuarkusTest
class FeedReplayTest {

    @Inject
    FeedInbox inbox;

    @Inject
    CurrentCaller caller;

    private static final class Keeping implements FeedSubscription {

        private final String source = "replay-" + System.nanoTime();
        private final List<String> applied = new ArrayList<>();
        private final Set<String> kinds = new HashSet<>(Set.of("state"));

        @Override
        public String source() {
            return source;
        }

        @Override
        public Set<String> kinds() {
            return kinds;
        }

        @Override
        public void apply(Change change) {
            applied.add(change.subject() + "=" + change.payload().path("is").asText());
        }
    }

    private static Change change(String cursor, String subject, String is) {
        return new Change(
                cursor,
                "state",
                subject,
                Instant.EPOCH,
                JsonNodeFactory.instance.objectNode().put("is", is));
    }

    private static ChangePage page(Map<String, String> survived, Change... changes) {
        return new ChangePage(List.of(changes), changes[changes.length - 1].cursor(), true, survived);
    }

    private void read(Keeping keeping, ChangePage page) {
        caller.callAs(Caller.service("test"), () -> {
            inbox.take(keeping, inbox.cursor(keeping.source()), page);
            return null;
        });
    }

    private List<String> again(Keeping keeping, ChangePage page) {
        keeping.applied.clear();
        caller.callAs(Caller.service("test"), () -> {
            inbox.restart(keeping.source());
            return null;
        });
        read(keeping, page);
        return keeping.applied;
    }

    @Test
    @DisplayName("从头重读：没有新的就什么都不做，不把任何人带回旧状态")
    void nothingNewIsNothingDone() {
        var keeping = new Keeping();
        var page = page(
                Map.of(), change("e:1:1", "a", "HELD"), change("e:2:2", "b", "HELD"), change("e:3:3", "a", "DECIDED"));
        read(keeping, page);
        assertEquals(List.of("a=HELD", "b=HELD", "a=DECIDED"), keeping.applied);

        assertEquals(List.of(), again(keeping, page));
        var longer = page(
                Map.of(), change("e:1:1", "a", "HELD"), change("e:3:3", "a", "DECIDED"), change("e:4:4", "a", "ENDED"));
        assertEquals(List.of("a=ENDED"), again(keeping, longer));
    }

    @Test
    @DisplayName("来源恢复后重读：恢复点之前的不重做；恢复点之后丢失的，以来源现有的为准")
    void afterARestoreTheSourceWins() {
        var keeping = new Keeping();
        read(
                keeping,
                page(
                        Map.of(),
                        change("e:1:1", "a", "HELD"),
                        change("e:2:2", "a", "DECIDED"),
                        change("e:3:3", "b", "HERE"),
                        change("e:9:9", "b", "LOST")));
        var restored = page(
                Map.of("e", "4:4"),
                change("f:1:1", "a", "HELD"),
                change("f:2:2", "a", "DECIDED"),
                change("f:3:3", "b", "HERE"),
                change("f:5:5", "c", "NEW"));
        assertEquals(List.of("b=HERE", "c=NEW"), again(keeping, restored));
        assertEquals(List.of(), again(keeping, restored));
    }

    @Test
    @DisplayName("恢复时没有记下恢复点：全部以来源为准，依次重做")
    void aRestoreThatSaysNothingIsReadWhole() {
        var keeping = new Keeping();
        read(keeping, page(Map.of(), change("e:1:1", "a", "ONE"), change("e:2:2", "a", "TWO")));
        assertEquals(List.of("a=ONE"), again(keeping, page(Map.of(), change("f:1:1", "a", "ONE"))));
    }

    @Test
    @DisplayName("以前不读的种类，升级后从头重读时补上；读过的不重做")
    void aKindReadOnlyNowIsTaken() {
        var keeping = new Keeping();
        var page = page(
                Map.of(),
                change("e:1:1", "a", "ONE"),
                new Change(
                        "e:2:2",
                        "other",
                        "a",
                        Instant.EPOCH,
                        JsonNodeFactory.instance.objectNode().put("is", "X")));
        read(keeping, page);
        assertEquals(List.of("a=ONE"), keeping.applied);
        keeping.kinds.add("other");
        assertEquals(List.of("a=X"), again(keeping, page));
    }
}
