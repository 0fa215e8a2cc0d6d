package jumin.contribution.levy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jumin.contribution.scope.Widened;
import jumin.platform.sql.Sql;

/** 税务回执: the tax organ says which versions it has taken over; saying it twice changes nothing. */
@ApplicationScoped
public class AcknowledgeLevies {

    private final Sql database;
    private final Widened widened;
    private final Clock clock;

    AcknowledgeLevies(Sql database, Widened widened, Clock clock) {
        this.database = database;
        this.widened = widened;
        this.clock = clock;
    }

    /** 已接收的应缴. */
    public record LevyAcknowledgement(
            @NotEmpty @Size(max = 5000) List<@NotNull UUID> levyIds) {}

    /** @param unknown not this organ's, or never issued */
    public record Acknowledged(int acknowledged, int repeated, List<UUID> unknown) {}

    @Transactional
    public Acknowledged run(LevyAcknowledgement acknowledgement) {
        var organ = widened.organ();
        var fresh = 0;
        var repeated = 0;
        var unknown = new ArrayList<UUID>();
        for (var id : acknowledgement.levyIds()) {
            var known = database.first("select 1 from levy where id = ? and organ = ?", row -> 1, id, organ);
            if (known.isEmpty()) {
                unknown.add(id);
            } else if (store(id, organ)) {
                fresh++;
            } else {
                repeated++;
            }
        }
        return new Acknowledged(fresh, repeated, List.copyOf(unknown));
    }

    /** Of a file that was handed out: each of them is the organ's. */
    void store(String organ, List<UUID> ids) {
        ids.forEach(id -> store(id, organ));
    }

    private boolean store(UUID id, String organ) {
        return database.update(
                        "insert into levy_acknowledgement (levy_id, organ, acknowledged_at) values (?, ?, ?)"
                                + " on conflict (levy_id) do nothing",
                        id,
                        organ,
                        OffsetDateTime.now(clock))
                == 1;
    }
}
