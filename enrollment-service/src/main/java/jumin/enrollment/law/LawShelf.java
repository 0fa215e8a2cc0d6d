package jumin.enrollment.law;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.regulation.check.SoundLaw;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.fact.WordList;
import jumin.regulation.law.AcceptedLaw;
import jumin.regulation.law.Citation;
import jumin.regulation.law.Law;
import jumin.regulation.law.RuleInForce;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** 法规: the law of an area on a day, and where in it a topic stands. Read once, then shared. */
@ApplicationScoped
public class LawShelf {

    private static final Map<Topic, String> RULES = Map.ofEntries(
            Map.entry(Topic.ELIGIBILITY, "entitlement.eligibility"),
            Map.entry(Topic.NO_DOUBLE_COVER, "entitlement.eligibility"),
            Map.entry(Topic.PLACE, "entitlement.place"),
            Map.entry(Topic.IDENTITY_DOCUMENT, "entitlement.identity_document"),
            Map.entry(Topic.IDENTITY_PRECEDENCE, "entitlement.identity_precedence"),
            Map.entry(Topic.SUBSIDY, "subsidy.highest"),
            Map.entry(Topic.AID_ELSEWHERE, "subsidy.enrolled_elsewhere"),
            Map.entry(Topic.BENEFIT_PERIOD, "entitlement.route.ordinary"),
            Map.entry(Topic.NEWBORN, "entitlement.route.newborn"),
            Map.entry(Topic.FRESHMAN, "entitlement.route.college_freshman"),
            Map.entry(Topic.STUDENT, "entitlement.place"));

    private static final Duration MAX_AGE = Duration.ofSeconds(2);

    private final AcceptedLaw law;
    private final boolean placeholders;

    LawShelf(
            PublishedAcceptances acceptances,
            @ConfigProperty(name = "jumin.law.placeholders", defaultValue = "false") boolean placeholders) {
        this.law = new AcceptedLaw(SoundLaw.load(placeholders), acceptances::inForce, MAX_AGE);
        this.placeholders = placeholders;
    }

    /** Empty when nobody wrote down the law of this area. */
    public Optional<Law> find(String area, LocalDate on) {
        return law.library().find(area, on, placeholders);
    }

    /** Where the area's own text speaks of a topic. */
    public Optional<Citation> citation(String area, Topic topic, LocalDate on) {
        return Optional.ofNullable(RULES.get(topic))
                .flatMap(rule -> find(area, on).flatMap(law -> law.find(rule)))
                .map(RuleInForce::citation);
    }

    /** The areas whose law is written down. */
    public List<String> areas() {
        return law.library().areas();
    }

    /** The words of a list that the law's data declares, with their names; none where there is no law. */
    public Map<String, String> words(String area, String list, LocalDate on) {
        return find(area, on).map(law -> named(Vocabulary.of(law).words(list))).orElse(Map.of());
    }

    private static Map<String, String> named(WordList list) {
        var named = new LinkedHashMap<String, String>();
        list.words().forEach(word -> named.put(word, list.title(list.number(word))));
        return named;
    }

    /** The newest release of each area. */
    Map<String, String> releases() {
        var releases = new LinkedHashMap<String, String>();
        areas().forEach(area ->
                find(area, law.library().newest(area)).ifPresent(law -> releases.put(area, law.release())));
        return releases;
    }
}
