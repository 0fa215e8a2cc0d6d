package jumin.contribution.law;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import jumin.platform.sql.Sql;
import jumin.regulation.BenefitYear;
import jumin.regulation.check.SoundLaw;
import jumin.regulation.law.Acceptance;
import jumin.regulation.law.AcceptedLaw;
import jumin.regulation.law.AcceptedMinimum;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The law of an area for a benefit year: it answers entitlement, levy, subsidy and refund.
 * Read at start-up: a city whose data are wrong is refused there and told in the log, not found out in the middle of somebody's payment.
 */
@Startup
@ApplicationScoped
public class Laws {

    /** How long another instance may not know yet what one has published. */
    private static final Duration MAX_AGE = Duration.ofSeconds(2);

    private static final String IN_FORCE = " and state = 'PUBLISHED' and superseded_by is null order by area, rule";

    private final Sql database;
    private final boolean placeholders;
    private final LawLibrary packed;
    private final AcceptedLaw accepted;

    Laws(Sql database, @ConfigProperty(name = "jumin.law.placeholders", defaultValue = "false") boolean placeholders) {
        this.database = database;
        this.placeholders = placeholders;
        this.packed = SoundLaw.load(placeholders);
        this.accepted = new AcceptedLaw(packed, this::acceptances, MAX_AGE);
    }

    public Optional<Law> of(String area, int benefitYear) {
        return accepted.library().find(area, new BenefitYear(benefitYear).first(), placeholders);
    }

    /** 征求意见稿: whether the text of an area decides nothing before somebody accepts it. */
    public boolean isDraft(String area) {
        return packed.isDraft(area);
    }

    /** To be called when an acceptance was published. */
    public void changed() {
        accepted.changed();
    }

    /** 不低于: whether a rule of an area gives a least value that decides nothing before somebody accepts it. */
    public boolean isMinimum(String area, String rule) {
        return packed.isMinimum(area, rule);
    }

    private AcceptedLaw.Acceptances acceptances() {
        return new AcceptedLaw.Acceptances(
                database.list(
                        "select area, in_force_from, decision_number from law_acceptance where rule = ''" + IN_FORCE,
                        row -> new Acceptance(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3))),
                database.list(
                        "select area, rule, decision_number from law_acceptance where rule <> ''" + IN_FORCE,
                        row -> new AcceptedMinimum(row.getString(1), row.getString(2), row.getString(3))));
    }
}
