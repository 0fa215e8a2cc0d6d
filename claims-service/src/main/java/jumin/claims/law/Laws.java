package jumin.claims.law;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import jumin.claims.insured.LateFact;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.regulation.check.SoundLaw;
import jumin.regulation.law.AcceptedLaw;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import jumin.regulation.law.LawSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** 规则版本: the law of this program, and the texts of each release that was ever used, so that old decisions replay. */
@ApplicationScoped
public class Laws {

    /** How long a published acceptance may be unknown here. */
    private static final Duration MAX_AGE = Duration.ofSeconds(2);

    private final Sql database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Event<LateFact> lateFacts;
    private final CurrentCaller caller;
    private final boolean placeholdersAllowed;
    private final PublishedAcceptances acceptances;
    private final AcceptedLaw current;
    private final Map<String, Optional<LawLibrary>> kept = new ConcurrentHashMap<>();

    Laws(
            Sql database,
            ObjectMapper json,
            Clock clock,
            Event<LateFact> lateFacts,
            PublishedAcceptances acceptances,
            CurrentCaller caller,
            @ConfigProperty(name = "jumin.law.placeholders") boolean placeholdersAllowed) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.lateFacts = lateFacts;
        this.acceptances = acceptances;
        this.caller = caller;
        this.placeholdersAllowed = placeholdersAllowed;
        this.current = new AcceptedLaw(SoundLaw.load(placeholdersAllowed), acceptances::inForce, MAX_AGE);
    }

    /** Whoever is told of a new release writes within the service's scope, in the transaction that keeps it. */
    void keep(@Observes StartupEvent event) {
        caller.callAs(
                Caller.service("law"),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    keepAll();
                    return true;
                }));
    }

    /** 规定的确认 was published: what it makes of the law is kept like any other release. */
    public void accepted(String subject, JsonNode acceptance) {
        acceptances.take(subject, acceptance);
        current.changed();
        keepAll();
    }

    private void keepAll() {
        var texts = texts(LawSource.classpath());
        var accepted = written(acceptances.inForce());
        var sql = "insert into law_release (release, area, texts, acceptances, first_used_at)"
                + " values (?, ?, ?::jsonb, ?::jsonb, ?) on conflict do nothing";
        var library = current.library();
        for (var area : library.areas()) {
            var release =
                    library.law(area, library.newest(area), placeholdersAllowed).release();
            if (database.update(sql, release, area, texts, accepted, OffsetDateTime.now(clock)) > 0) {
                lateFacts.fire(LateFact.ofLaw(area));
            }
        }
    }

    /** The law of an area on a day, as this program knows it. */
    public Optional<Law> on(String area, LocalDate day) {
        return current.library().find(area, day, placeholdersAllowed);
    }

    /** The law that a decision was made by; empty when its texts were not kept or give another release now. */
    public Optional<Law> asUsed(UsedLaw used) {
        return current.library()
                .find(used.area(), used.on(), used.placeholdersAllowed())
                .filter(law -> law.release().equals(used.release()))
                .or(() -> kept.computeIfAbsent(used.release(), this::load)
                        .flatMap(library -> library.find(used.area(), used.on(), used.placeholdersAllowed()))
                        .filter(law -> law.release().equals(used.release())));
    }

    private Optional<LawLibrary> load(String release) {
        return database.first(
                "select texts::text, acceptances::text from law_release where release = ?",
                row -> {
                    var accepted = read(row.getString(2));
                    return new AcceptedLaw(LawLibrary.load(source(row.getString(1))), () -> accepted, MAX_AGE)
                            .library();
                },
                release);
    }

    private AcceptedLaw.Acceptances read(String stored) {
        try {
            return json.readValue(stored, AcceptedLaw.Acceptances.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private LawSource source(String stored) {
        try {
            var texts = json.readValue(stored, new TypeReference<Map<String, String>>() {});
            return path -> Optional.ofNullable(texts.get(path))
                    .orElseThrow(() -> new IllegalArgumentException("法规文件 " + path + " 未保存"));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String texts(LawSource source) {
        var texts = new TreeMap<String, String>();
        texts.put("index.txt", source.text("index.txt"));
        source.paths().forEach(path -> {
            texts.put(path, source.text(path));
            if (path.endsWith("/city.yaml")) {
                var instrument = path.replace("/city.yaml", "/instrument.txt");
                texts.put(instrument, source.text(instrument));
            }
        });
        return written(texts);
    }
}
