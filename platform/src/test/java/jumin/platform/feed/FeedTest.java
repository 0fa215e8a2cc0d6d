package jumin.platform.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedTest {

    @Inject
    Feed feed;

    @Inject
    FeedInbox inbox;

    @Inject
    CurrentCaller caller;

    @Inject
    Sql sql;

    @Test
    @DisplayName("先写后提交的变更不会被漏读：读到过的位置之前不会再出现新的")
    void aLateCommitIsNotLost() throws Exception {
        var start = end();
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() ->
                    asService(() -> QuarkusTransaction.requiringNew().call(() -> {
                        feed.publish("probe", "slow", Map.of("n", 1));
                        written.countDown();
                        mayCommit.await();
                        return null;
                    })));
            written.await();
            publish("fast");

            var early = read(start);
            mayCommit.countDown();
            slow.get();
            var all = new ArrayList<>(subjects(early));
            all.addAll(subjects(read(early.next())));

            assertEquals(List.of("slow", "fast"), all);
        }
    }

    @Test
    @DisplayName("没有提交的变更不在变更流里；分页不重不漏")
    void pagesAreCompleteAndInOrder() {
        var start = end();
        assertThrows(
                IllegalStateException.class,
                () -> asService(() -> QuarkusTransaction.requiringNew().call(() -> {
                    feed.publish("probe", "never", Map.of());
                    throw new IllegalStateException("rolled back");
                })));
        for (var i = 0; i < 7; i++) {
            publish("s" + i);
        }

        var seen = new ArrayList<String>();
        var page = asService(() -> feed.read(start, 3));
        while (!page.changes().isEmpty()) {
            seen.addAll(subjects(page));
            var next = page.next();
            page = asService(() -> feed.read(next, 3));
        }

        assertEquals(List.of("s0", "s1", "s2", "s3", "s4", "s5", "s6"), seen);
    }

    @Test
    @DisplayName("按事务号的大小排，不按其文字：9 在 10 之前")
    void transactionsAreOrderedByNumberNotByText() {
        for (var transaction : List.of("10", "9")) {
            asService(() -> sql.update(
                    "insert into change_feed (tx, kind, subject, recorded_at, payload)"
                            + " values (?::xid8, 'probe', ?, now(), '{}')",
                    transaction,
                    "of " + transaction));
        }

        var first = asService(() -> feed.read(Cursor.START, 1));
        var second = asService(() -> feed.read(first.next(), 1));

        assertEquals(
                List.of("of 9", "of 10"),
                List.of(subjects(first).getFirst(), subjects(second).getFirst()));
    }

    @Test
    @DisplayName("别的纪元的游标：要求从头读；乱写的游标：参数错误")
    void foreignCursorsAreRefused() {
        var epoch = assertThrows(ProblemException.class, () -> read("otherepoch:1:1"));
        var rubbish = assertThrows(ProblemException.class, () -> read("1; drop table"));

        assertEquals(PlatformProblem.FEED_EPOCH_CHANGED, epoch.code());
        assertEquals(PlatformProblem.PARAMETER_INVALID, rubbish.code());
    }

    @Test
    @DisplayName("收到两次只生效一次；一个人的坏变更停放，连同其后的，不挡别人")
    void takesEachChangeOnceAndParksPoison() {
        var start = end();
        publish("good");
        publish("bad");
        publish("other");
        publish("bad");
        var page = read(start);
        var counting = new Counting("source-" + System.nanoTime());

        asService(() -> {
            var from = inbox.cursor(counting.source());
            inbox.take(counting, from, page);
            inbox.take(counting, from, page);
            return null;
        });

        assertEquals(Map.of("good", 1, "other", 1), counting.applied());
        assertEquals(page.next(), asService(() -> inbox.cursor(counting.source())));
    }

    /** Counts what was applied and committed; refuses one subject. Two tries of a page count once: the first was rolled back. */
    private static final class Counting implements FeedSubscription {

        private final String source;
        private final Map<String, Integer> tries = new HashMap<>();
        private boolean poisoned;

        Counting(String source) {
            this.source = source;
        }

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
            if (change.subject().equals("bad")) {
                if (!poisoned) {
                    poisoned = true;
                    tries.clear();
                }
                throw new IllegalStateException("poison");
            }
            tries.merge(change.subject(), 1, Integer::sum);
        }

        Map<String, Integer> applied() {
            return tries;
        }
    }

    private void publish(String subject) {
        asService(() -> {
            QuarkusTransaction.requiringNew().run(() -> feed.publish("probe", subject, Map.of("subject", subject)));
            return null;
        });
    }

    private String end() {
        var cursor = Cursor.START;
        while (true) {
            var page = read(cursor);
            if (page.changes().isEmpty()) {
                return page.next();
            }
            cursor = page.next();
        }
    }

    private ChangePage read(String after) {
        return asService(() -> feed.read(after, 500));
    }

    private static List<String> subjects(ChangePage page) {
        assertTrue(page.changes().stream().allMatch(change -> change.kind().equals("probe")));
        return page.changes().stream().map(Change::subject).toList();
    }

    private <T> T asService(java.util.concurrent.Callable<T> work) {
        return caller.callAs(Caller.service("test"), work);
    }
}
