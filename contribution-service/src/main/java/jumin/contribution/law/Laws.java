package jumin.contribution.law;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jumin.regulation.BenefitYear;
import jumin.regulation.check.SoundLaw;
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

    private final LawLibrary library;
    private final boolean placeholders;

    Laws(@ConfigProperty(name = "jumin.law.placeholders", defaultValue = "false") boolean placeholders) {
        this.placeholders = placeholders;
        this.library = SoundLaw.load(placeholders);
    }

    public Optional<Law> of(String area, int benefitYear) {
        return library.find(area, new BenefitYear(benefitYear).first(), placeholders);
    }
}
