package jumin.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes this process's runner when a job has been committed; other processes find it at their next look. */
@ApplicationScoped
class JobBell {

    private final TransactionSynchronizationRegistry transaction;
    private final Semaphore rung = new Semaphore(0);

    JobBell(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    /** In the transaction that submits the job. */
    void ringAfterCommit() {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is to be done before the job is there for others to see.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    rung.release();
                }
            }
        });
    }

    /** Until somebody rings, and no longer than this. */
    void await(Duration pause) throws InterruptedException {
        if (rung.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
