package jumin.platform.job;

import java.util.Map;

/**
 * What one chunk of a job brought.
 *
 * @param state RUNNING when more chunks follow
 * @param done units finished since the beginning
 * @param cursor where the next chunk begins
 */
public record JobStep(JobState state, String phase, long done, long total, Map<String, Long> counts, String cursor) {

    public JobStep {
        counts = Map.copyOf(counts);
    }

    public static JobStep more(String phase, long done, long total, Map<String, Long> counts, String cursor) {
        return new JobStep(JobState.RUNNING, phase, done, total, counts, cursor);
    }

    public static JobStep finished(long total, Map<String, Long> counts) {
        var state = counts.getOrDefault("error", 0L) > 0 ? JobState.PARTIAL : JobState.SUCCEEDED;
        return new JobStep(state, "完成", total, total, counts, "");
    }
}
