package jumin.claims.message;

import java.time.OffsetDateTime;
import java.util.UUID;

/** 受理: one attempt at a message of a provider. */
public record Intake(Received received, UUID attempt, OffsetDateTime takenAt) {}
