package jumin.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Writes one row a chunk; the third chunk fails once, a job that asks for it always fails. */
@ApplicationScoped
public class CountingWork implements JobWork {

    private final DataSource database;
    private final AtomicInteger stumbles = new AtomicInteger();

    CountingWork(DataSource database) {
        this.database = database;
    }

    @Override
    public String type() {
        return "counting";
    }

    @Override
    public JobStep advance(Job job) {
        insert(job);
        if (job.request().path("hopeless").asBoolean() || job.done() == 2 && stumbles.getAndIncrement() == 0) {
            throw new IllegalStateException("stumbled");
        }
        var done = job.done() + 1;
        var counts = Map.of("ok", done);
        return done == 5 ? JobStep.finished(5, counts) : JobStep.more("数数", done, 5, counts, "" + done);
    }

    private void insert(Job job) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into probe (division_path, note) values (?, ?)")) {
            insert.setString(1, "360900/360902/360902199/");
            insert.setString(2, "job " + job.id());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
