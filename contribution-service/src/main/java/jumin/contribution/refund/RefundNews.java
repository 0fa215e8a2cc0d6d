package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.feed.Feed;

/** Tells enrollment by feed that a registration ended with its refund (第二十二条), or that the refund was taken back. */
@ApplicationScoped
class RefundNews {

    private final Feed feed;
    private final Clock clock;

    RefundNews(Feed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /** Kind {@code refund}, subject the person. */
    record News(
            UUID refundId,
            UUID personId,
            UUID enrollmentId,
            String area,
            int benefitYear,
            String cause,
            LocalDate eventDate,
            String state,
            LocalDate on) {}

    void publish(RefundCase refund, Optional<UUID> enrollment, RefundCase.State state) {
        refund.personId()
                .ifPresent(personId -> feed.publish(
                        "refund",
                        personId.toString(),
                        new News(
                                refund.id(),
                                personId,
                                enrollment.orElse(null),
                                refund.where().area(),
                                refund.benefitYear(),
                                refund.cause(),
                                refund.eventDate().orElse(null),
                                state.name(),
                                LocalDate.now(clock))));
    }
}
