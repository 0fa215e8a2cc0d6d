package jumin.claims.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import jumin.platform.problem.ProblemException;
import jumin.platform.problem.ProblemKind;
import jumin.platform.sql.Sql;

/**
 * 受理与答复: while a message is worked at, its intake is stored. It goes with the answer; where no answer is certain (the
 * process dies, the database is gone at the commit) it stays, and what became of the message is found out later.
 */
@ApplicationScoped
public class Intakes {

    private final WriteIntakes write;
    private final Clock clock;

    Intakes(WriteIntakes write, Clock clock) {
        this.write = write;
        this.clock = clock;
    }

    /** To be called outside a transaction. */
    public <T> T during(Received message, Supplier<T> work) {
        var intake = Intake.of(message, OffsetDateTime.now(clock));
        stored(intake);
        try {
            var answer = work.get();
            write.answered(intake, true);
            return answer;
        } catch (ProblemException refused) {
            write.answered(intake, refused.code().kind() != ProblemKind.CONFLICT);
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

    private void stored(Intake intake) {
        try {
            write.taken(intake).join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        }
    }
}
