package jumin.claims.law;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import jumin.claims.insured.LateFact;
import jumin.platform.sql.Sql;
import jumin.regulation.check.SoundLaw;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import jumin.regulation.law.LawSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** 规则版本: the law of this program, and the texts of each release that was ever used, so that old decisions replay. */
@ApplicationScoped
public class Laws {

    private final Sql database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Event<LateFact> lateFacts;
    private final boolean placeholdersAllowed;
    private final LawLibrary current;
    private final Map<String, Optional<LawLibrary>> kept = new ConcurrentHashMap<>();

    Laws(
            Sql database,
            ObjectMapper json,
            Clock clock,
            Event<LateFact> lateFacts,
            @ConfigProperty(name = "jumin.law.placeholders") boolean placeholdersAllowed) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.lateFacts = lateFacts;
        this.placeholdersAllowed = placeholdersAllowed;
        this.current = SoundLaw.load(placeholdersAllowed);
    }

    void keep(@Observes StartupEvent event) {
        var texts = texts(LawSource.classpath());
        var sql = "insert into law_release (release, area, texts, first_used_at) values (?, ?, ?::jsonb, ?)"
                + " on conflict do nothing";
        for (var area : current.areas()) {
            var release =
                    current.law(area, current.newest(area), placeholdersAllowed).release();
            if (database.update(sql, release, area, texts, OffsetDateTime.now(clock)) > 0) {
                lateFacts.fire(LateFact.ofLaw(area));
            }
        }
    }

    /** The law of an area on a day, as this program knows it. */
    public Optional<Law> on(String area, LocalDate day) {
        return current.find(area, day, placeholdersAllowed);
    }

    /** The law that a decision was made by; empty when its texts were not kept or give another release now. */
    public Optional<Law> asUsed(UsedLaw used) {
        return current.find(used.area(), used.on(), used.placeholdersAllowed())
                .filter(law -> law.release().equals(used.release()))
                .or(() -> kept.computeIfAbsent(used.release(), this::load)
                        .flatMap(library -> library.find(used.area(), used.on(), used.placeholdersAllowed()))
                        .filter(law -> law.release().equals(used.release())));
    }

    private Optional<LawLibrary> load(String release) {
        return database.first("select texts::text from law_release where release = ?", row -> row.getString(1), release)
                .map(this::source)
                .map(LawLibrary::load);
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
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
