package jumin.platform.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/**
 * 作业: long work that is stored, resumable and visible.
 *
 * @param phase Chinese, what it does at present
 * @param total 0 while unknown
 * @param counts such as ok, warn, error, skipped
 * @param message Chinese; why it failed, or empty
 * @param request what it was asked to do
 * @param cursor where the next chunk begins; belongs to the work
 */
public record Job(
        UUID id,
        String type,
        JobState state,
        String phase,
        long done,
        long total,
        Map<String, Long> counts,
        String message,
        JsonNode request,
        String cursor,
        String submittedBy,
        OffsetDateTime submittedAt,
        OffsetDateTime endedAt) {

    public Job {
        counts = Map.copyOf(counts);
    }
}
