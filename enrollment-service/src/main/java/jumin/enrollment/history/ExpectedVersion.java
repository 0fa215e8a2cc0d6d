package jumin.enrollment.history;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.Problem;
import jumin.platform.problem.ProblemException;

/** 版本核对: who changes a record changes what they have seen; otherwise they are told, field by field, what is otherwise now. */
@ApplicationScoped
public class ExpectedVersion {

    private final History history;

    ExpectedVersion(History history) {
        this.history = history;
    }

    /** @param ifMatch the ETag under which the caller read the record */
    public void require(Optional<String> ifMatch, RecordState now) {
        var expected = number(ifMatch);
        if (expected == now.version()) {
            return;
        }
        var differences = history.seenAt(now.subject(), expected)
                .map(seen -> differences(seen, now.fields()))
                .orElse(List.of());
        throw new ProblemException(
                PlatformProblem.VERSION_STALE, detail(now, differences.size()), differences, List.of());
    }

    private static long number(Optional<String> ifMatch) {
        var tag = ifMatch.orElseThrow(() ->
                new ProblemException(PlatformProblem.VERSION_REQUIRED, "修改前请先查看，并把查看时得到的 ETag 放在请求头 If-Match 中。"));
        var digits = tag.strip().replaceFirst("^W/", "").replace("\"", "");
        if (!digits.matches("\\d{1,18}")) {
            throw new ProblemException(PlatformProblem.PARAMETER_INVALID, "请求头 If-Match 应是查看时得到的 ETag，如 \"3\"。");
        }
        return Long.parseLong(digits);
    }

    private String detail(RecordState now, int differences) {
        var who = history.of(now.subject()).stream()
                .filter(version -> version.supersededAt().isEmpty())
                .reduce((one, other) -> other)
                .map(last -> "已由 " + last.actor() + " 办理" + last.changeName() + "（" + last.reason() + "）")
                .orElse("已有变动");
        return "您查看之后，该记录" + who + "，共" + differences + "处不同；请重新查看，核对后再提交。";
    }

    private static List<Problem.FieldError> differences(JsonNode seen, JsonNode now) {
        var names = new TreeSet<String>();
        seen.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        var differences = new ArrayList<Problem.FieldError>();
        for (var name : names) {
            if (!seen.path(name).equals(now.path(name))) {
                FieldWords.difference(name, seen.path(name), now.path(name)).ifPresent(differences::add);
            }
        }
        return differences;
    }
}
