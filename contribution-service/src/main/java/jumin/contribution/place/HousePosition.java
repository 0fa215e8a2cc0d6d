package jumin.contribution.place;

import java.util.UUID;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** 翻页 of a list that goes house by house: the last person of a page. A house number may hold any character, so it stands last. */
public record HousePosition(String divisionPath, String household, UUID personId, String house) {

    private static final int PARTS = 4;

    /** @param after empty for the first page */
    public static HousePosition parse(String after) {
        if (after.isEmpty()) {
            return new HousePosition("", "", new UUID(0, 0), "");
        }
        try {
            var parts = after.split("\\|", PARTS);
            return new HousePosition(parts[0], parts[1], UUID.fromString(parts[2]), parts[3]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
            throw ProblemException.field(PlatformProblem.PARAMETER_INVALID, "?after", "游标格式不对", "首页请留空，否则用上一页的 next");
        }
    }

    public String text() {
        return String.join("|", divisionPath, household, personId.toString(), house);
    }
}
