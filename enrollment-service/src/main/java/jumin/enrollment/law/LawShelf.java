package jumin.enrollment.law;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jumin.regulation.check.SoundLaw;
import jumin.regulation.law.AcceptedLaw;
import jumin.regulation.law.Citation;
import jumin.regulation.law.Law;
import jumin.regulation.law.RuleInForce;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** 法规: the law of an area on a day, and where in it a topic stands. Read once, then shared. */
@ApplicationScoped
public class LawShelf {

    private static final Map<Topic, String> RULES = Map.of(
            Topic.ELIGIBILITY, "entitlement.eligibility",
            Topic.NO_DOUBLE_COVER, "entitlement.eligibility",
            Topic.PLACE, "entitlement.place",
            Topic.IDENTITY_DOCUMENT, "entitlement.identity_document",
            Topic.SUBSIDY, "subsidy.highest",
            Topic.NEWBORN, "entitlement.route.newborn",
            Topic.STUDENT, "entitlement.place");

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
}
