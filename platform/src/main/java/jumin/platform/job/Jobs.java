package jumin.platform.job;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** The stored jobs. Whoever may see the submitter's office may see its jobs. */
@ApplicationScoped
public class Jobs {

    static final String COLUMNS =
            "id, type, state, phase, done, total, counts::text, message, request::text, cursor, submitted_by,"
                    + " submitted_at, ended_at";

    private final Sql sql;
    private final JsonColumn json;
    private final CurrentCaller caller;
    private final Clock clock;
    private final JobBell bell;
    private final Instance<JobWork> works;

    Jobs(Sql sql, JsonColumn json, CurrentCaller caller, Clock clock, JobBell bell, Instance<JobWork> works) {
        this.sql = sql;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
        this.bell = bell;
        this.works = works;
    }

    /** Queues a job on behalf of the current caller, in the current transaction. */
    @Transactional
    public Job submit(String type, Object request) {
        var id = TimeOrderedId.next();
        var submitter = caller.get();
        sql.update(
                """
                insert into job (id, type, request, submitted_by, submitter, division_path, submitted_at)
                values (?, ?, ?::jsonb, ?, ?::jsonb, ?, ?)
                """,
                id,
                type,
                json.write(request),
                submitter.id(),
                json.write(submitter),
                submitter.scope().division().from(),
                OffsetDateTime.now(clock));
        bell.ringAfterCommit();
        return find(id).orElseThrow();
    }

    @Transactional
    public Optional<Job> find(UUID id) {
        return sql.first("select " + COLUMNS + " from job where id = ?", this::job, id);
    }

    /** The latest first. */
    @Transactional
    List<Job> list(JobFilter filter, int most) {
        return sql.list(
                "select " + COLUMNS + " from job" + filter.where() + " order by id desc limit ?",
                this::job,
                Stream.concat(filter.values(), Stream.of(most)).toArray());
    }

    /** Stops a job between two chunks; what is done stays done. False when it had ended. */
    @Transactional
    public boolean cancel(UUID id) {
        var cancelled = sql.update(
                        "update job set state = 'CANCELLED', ended_at = ? where id = ? and state in ('QUEUED', 'RUNNING')",
                        OffsetDateTime.now(clock),
                        id)
                == 1;
        if (cancelled) {
            find(id).ifPresent(this::brokeOff);
        }
        return cancelled;
    }

    /** Tells the work that its job will not go on. */
    void brokeOff(Job job) {
        work(job.type()).brokeOff(job, job.message().isEmpty() ? "作业已取消" : job.message());
    }

    JobWork work(String type) {
        return works.stream()
                .filter(work -> work.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no work for job type " + type));
    }

    Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getObject(1, UUID.class),
                row.getString(2),
                JobState.valueOf(row.getString(3)),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                json.read(row.getString(7), new TypeReference<Map<String, Long>>() {}),
                row.getString(8),
                json.tree(row.getString(9)),
                row.getString(10),
                row.getString(11),
                row.getObject(12, OffsetDateTime.class),
                row.getObject(13, OffsetDateTime.class));
    }
}
