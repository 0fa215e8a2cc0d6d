package jumin.claims.message;

import java.time.OffsetDateTime;
import java.util.UUID;
import jumin.platform.sql.TimeOrderedId;

/** 受理: one attempt at a message of a provider. */
record Intake(Received received, UUID attempt, OffsetDateTime takenAt) {

    static Intake of(Received received, OffsetDateTime now) {
        return new Intake(received, TimeOrderedId.next(), now);
    }
}
