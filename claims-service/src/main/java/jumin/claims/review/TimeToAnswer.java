package jumin.claims.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** 申辩、申诉期限: how long a provider has to answer a finding, and again to appeal against one that was upheld. */
@ApplicationScoped
class TimeToAnswer {

    private final Clock clock;
    private final int days;

    TimeToAnswer(Clock clock, @ConfigProperty(name = "jumin.claims.review.days-to-answer") int days) {
        this.clock = clock;
        this.days = days;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** The last day of a time that begins today. */
    LocalDate lastDay() {
        return today().plusDays(days);
    }
}
