package jumin.enrollment.overlap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import jumin.platform.fault.Failpoints;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;

/** 名单比对作业: chunk by chunk; a killed service goes on where it was. */
@ApplicationScoped
public class MatchCoverListJob implements JobWork {

    static final String TYPE = "cover-list-matching";

    private static final int CHUNK = 500;

    private final CoverLists lists;
    private final MatchCoverList match;
    private final Failpoints failpoints;

    MatchCoverListJob(CoverLists lists, MatchCoverList match, Failpoints failpoints) {
        this.lists = lists;
        this.match = match;
        this.failpoints = failpoints;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobStep advance(Job job) {
        var list = lists.lock(id(job));
        if (!list.matching()) {
            return JobStep.finished(job.done(), Map.of());
        }
        var after = job.cursor().isEmpty() ? 0 : Integer.parseInt(job.cursor());
        var last = match.chunk(list, after, CHUNK);
        if (last == 0) {
            lists.state(list.view().listId(), "MATCHED", "");
        }
        var counts = lists.get(list.view().listId()).view().counts().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, count -> (long) count.getValue()));
        var done = counts.values().stream().mapToLong(Long::longValue).sum();
        failpoints.reach("cover-list-chunk-before-commit");
        return last == 0
                ? JobStep.finished(done, counts)
                : JobStep.more("比对", done, list.view().total(), counts, Integer.toString(last));
    }

    @Override
    public void brokeOff(Job job, String reason) {
        lists.state(id(job), "FAILED", "比对中断（" + reason + "）；可以重试，已比对的行不重做。");
    }

    private static CoverListId id(Job job) {
        return CoverListId.fromString(job.request().path("listId").asText());
    }
}
