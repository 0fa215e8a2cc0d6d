package jumin.contribution.standard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The standard that holds for an area and year; never another year's. */
@ApplicationScoped
public class PublishedStandards {

    private final Standards standards;

    PublishedStandards(Standards standards) {
        this.standards = standards;
    }

    public Optional<StandardInForce> find(String area, int benefitYear) {
        return standards.inForce(area, benefitYear).map(StandardInForce::of);
    }
}
