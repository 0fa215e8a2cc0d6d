package jumin.claims;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts what a piece of work asks the database: the driver says of each statement that it is sent, in the thread that sends it. */
final class Statements {

    private static final String DRIVER = "org.postgresql.core.v3.QueryExecutorImpl";
    private static final String SENT = " FE=> Execute(";

    private Statements() {}

    static int during(Runnable work) {
        var logger = Logger.getLogger(DRIVER);
        var before = logger.getLevel();
        var parents = logger.getUseParentHandlers();
        var counter = new Counter(Thread.currentThread());
        logger.setUseParentHandlers(false);
        logger.addHandler(counter);
        logger.setLevel(Level.FINEST);
        try {
            work.run();
            return counter.sent.get();
        } finally {
            logger.setLevel(before);
            logger.removeHandler(counter);
            logger.setUseParentHandlers(parents);
        }
    }

    /** Of one thread: the service's other work goes on meanwhile. */
    private static final class Counter extends Handler {

        private final Thread mine;
        private final AtomicInteger sent = new AtomicInteger();

        private Counter(Thread mine) {
            this.mine = mine;
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            if (Thread.currentThread() == mine
                    && String.valueOf(line.getMessage()).startsWith(SENT)) {
                sent.incrementAndGet();
            }
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
