package jumin.claims.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** 时限: how long a message may be worked at before its outcome counts as unknown, and when that is decided. */
@ApplicationScoped
class Patience {

    private final Duration unknownAfter;
    private final Duration decidedAfter;

    protected Patience(
            @ConfigProperty(name = "jumin.claims.messages.unknown-after") Duration unknownAfter,
            @ConfigProperty(name = "jumin.claims.messages.decided-after") Duration decidedAfter) {
        this.unknownAfter = unknownAfter;
        this.decidedAfter = decidedAfter;
    }

    double unknownSeconds() {
        return unknownAfter.toSeconds();
    }

    double decidedSeconds() {
        return decidedAfter.toSeconds();
    }

    OffsetDateTime decided(OffsetDateTime takenAt) {
        return takenAt.plus(decidedAfter);
    }
}
