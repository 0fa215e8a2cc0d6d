package jumin.enrollment.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What a record says at one moment.
 *
 * @param recordedAt when it first came to say so
 * @param fields named as the API names them; id number and phone only masked or sealed
 */
public record RecordState(
        Kind kind,
        UUID subject,
        String divisionPath,
        String school,
        long version,
        OffsetDateTime recordedAt,
        JsonNode fields) {

    /** Whose history. */
    public enum Kind {
        PERSON,
        HOUSEHOLD
    }
}
