package jumin.claims.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.problem.ProblemKind;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/**
 * 受理与答复: while a message is worked at, its intake is stored. It goes with the answer; where no answer is certain (the
 * process dies, the database is gone at the commit) it stays, and what became of the message is found out later.
 */
@ApplicationScoped
public class Intakes {

    private static final int LONGEST_SECONDS = 10;

    private final WriteIntakes write;
    private final Clock clock;

    Intakes(WriteIntakes write, Clock clock) {
        this.write = write;
        this.clock = clock;
    }

    /** The intake is stored before the work begins. To be called outside a transaction. */
    public <T> T during(Received message, Supplier<T> work) {
        return carried(message, intake -> {
            store(intake);
            var answer = work.get();
            answered(intake);
            return answer;
        });
    }

    /**
     * The work itself stores the intake, by the first statement that it commits or by {@link #store}, and takes it away with what it
     * writes, or by {@link #answered}. To be called outside a transaction.
     */
    public <T> T carried(Received message, Function<Intake, T> work) {
        var intake = new Intake(message, TimeOrderedId.next(), OffsetDateTime.now(clock));
        try {
            return work.apply(intake);
        } catch (ProblemException refused) {
            var kind = refused.code().kind();
            write.answered(intake, kind != ProblemKind.CONFLICT && kind != ProblemKind.UPSTREAM);
            throw refused;
        } catch (Sql.DatabaseFailure failure) {
            if (failure.undone()) {
                write.answered(intake, false);
            } else {
                write.open(intake);
            }
            throw failure;
        } catch (RuntimeException failure) {
            write.open(intake);
            throw failure;
        }
    }

    /** There is an answer, to this attempt and to those before it. */
    public void answered(Intake intake) {
        write.answered(intake, true);
    }

    /** Stored when this returns. In a transaction it would go with a process that dies, so it is to be called before one. */
    public void store(Intake intake) {
        try {
            write.taken(intake).orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof TimeoutException) {
                throw new ProblemException(PlatformProblem.DATABASE_UNAVAILABLE, "报文未能受理，请用原报文编号重发；未保存任何内容。");
            }
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        }
    }
}
