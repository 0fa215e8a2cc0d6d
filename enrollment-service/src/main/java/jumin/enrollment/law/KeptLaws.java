package jumin.enrollment.law;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import jumin.regulation.law.LawSource;

/** 规则版本: the texts of every release that decisions rest on, so that an old decision can be decided again. */
@ApplicationScoped
public class KeptLaws {

    private static final String KEEP = """
            insert into law_release (release, area, texts, first_used_at) values (?, ?, ?::jsonb, ?) on conflict do nothing
            """;

    private final Sql sql;
    private final JsonColumn json;
    private final LawShelf shelf;
    private final Event<NewRelease> releases;
    private final CurrentCaller caller;
    private final Clock clock;
    private final Map<String, Optional<LawLibrary>> loaded = new ConcurrentHashMap<>();

    KeptLaws(Sql sql, JsonColumn json, LawShelf shelf, Event<NewRelease> releases, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.shelf = shelf;
        this.releases = releases;
        this.caller = caller;
        this.clock = clock;
    }

    void keep(@Observes StartupEvent event) {
        var texts = json.write(LawSource.classpath().texts());
        shelf.releases()
                .forEach((area, release) -> caller.callAs(Caller.service("law"), () -> {
                    QuarkusTransaction.requiringNew().run(() -> keep(area, release, texts));
                    return null;
                }));
    }

    /** Told once, by whichever instance was the first to start with it; with the first law of all there is nothing to look at again. */
    private void keep(String area, String release, String texts) {
        var former = sql.count("select count(*) from law_release where area = ?", area);
        if (sql.update(KEEP, release, area, texts, OffsetDateTime.now(clock)) == 1 && former > 0) {
            releases.fire(new NewRelease(area, release));
        }
    }

    /** The law that a decision was made by; empty when its texts were not kept or give another release now. */
    public Optional<Law> asUsed(String area, LocalDate on, String release) {
        return same(shelf.find(area, on), release)
                .or(() -> loaded.computeIfAbsent(release, this::load)
                        .flatMap(library -> Stream.of(true, false)
                                .flatMap(placeholders -> library.find(area, on, placeholders).stream())
                                .filter(law -> law.release().equals(release))
                                .findFirst()));
    }

    private static Optional<Law> same(Optional<Law> law, String release) {
        return law.filter(found -> found.release().equals(release));
    }

    private Optional<LawLibrary> load(String release) {
        return sql.first("select texts::text from law_release where release = ?", row -> row.getString(1), release)
                .map(texts -> json.read(texts, new TypeReference<Map<String, String>>() {}))
                .map(LawSource::kept)
                .map(LawLibrary::load);
    }
}
