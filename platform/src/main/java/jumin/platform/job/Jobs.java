package jumin.platform.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;

/** The stored jobs. Whoever may see the submitter's office may see its jobs. */
@ApplicationScoped
public class Jobs {

    static final String COLUMNS =
            "id, type, state, phase, done, total, counts::text, message, request::text, cursor, submitted_by,"
                    + " submitted_at, ended_at";

    private final DataSource database;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final Clock clock;

    Jobs(DataSource database, ObjectMapper json, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /** Queues a job on behalf of the current caller, in the current transaction. */
    @Transactional
    public Job submit(String type, Object request) {
        var sql = "insert into job (id, type, request, submitted_by, submitter, division_path, submitted_at)"
                + " values (?, ?, ?::jsonb, ?, ?::jsonb, ?, ?)";
        var id = UUID.randomUUID();
        var submitter = caller.get();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, id);
            insert.setString(2, type);
            insert.setString(3, json.writeValueAsString(request));
            insert.setString(4, submitter.id());
            insert.setString(5, json.writeValueAsString(submitter));
            insert.setString(6, submitter.scope().division().from());
            insert.setObject(7, OffsetDateTime.now(clock));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
        return find(id).orElseThrow();
    }

    @Transactional
    public Optional<Job> find(UUID id) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select " + COLUMNS + " from job where id = ?")) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(job(row)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Stops a job between two chunks; what is done stays done. False when it had ended. */
    @Transactional
    public boolean cancel(UUID id) {
        var sql = "update job set state = 'CANCELLED', ended_at = ? where id = ? and state in ('QUEUED', 'RUNNING')";
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setObject(1, OffsetDateTime.now(clock));
            update.setObject(2, id);
            return update.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Job job(ResultSet row) throws SQLException {
        try {
            return new Job(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    JobState.valueOf(row.getString(3)),
                    row.getString(4),
                    row.getLong(5),
                    row.getLong(6),
                    json.readValue(row.getString(7), new TypeReference<Map<String, Long>>() {}),
                    row.getString(8),
                    json.readTree(row.getString(9)),
                    row.getString(10),
                    row.getString(11),
                    row.getObject(12, OffsetDateTime.class),
                    row.getObject(13, OffsetDateTime.class));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Caller submitter(String stored) {
        try {
            return json.readValue(stored, Caller.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
