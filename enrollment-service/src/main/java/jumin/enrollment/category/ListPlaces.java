package jumin.enrollment.category;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Division;
import jumin.enrollment.division.Divisions;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** 名单所及区划: for which divisions a full list says who is recognised. None are the whole area. */
@ApplicationScoped
class ListPlaces {

    private static final TypeReference<List<String>> PATHS = new TypeReference<>() {};
    private static final String OTHER_PART = """
            select places::text from category_list
            where area = ? and organ = ? and kind = 'FULL' and state in ('APPLIED', 'UNDO_PENDING', 'PENDING')
              and list_month = ? and jsonb_exists_any(categories, ?) and places <> '[]' and places <> ?::jsonb
              and category_places_meet(places, ?::jsonb)
            order by recorded_at limit 1
            """;

    private final Divisions divisions;
    private final JsonColumn json;
    private final Sql sql;

    ListPlaces(Divisions divisions, JsonColumn json, Sql sql) {
        this.divisions = divisions;
        this.json = json;
        this.sql = sql;
    }

    /** Paths, in one order. */
    List<String> of(CategoryLists.Sender sender, CategoryListSubmission submission) {
        var codes = Optional.ofNullable(submission.divisions()).orElse(List.of());
        if (!codes.isEmpty() && submission.kind() != CategoryListSubmission.Kind.FULL) {
            throw ProblemException.field(
                    EnrollmentProblem.CATEGORY_LIST_UNREADABLE, "/divisions", "增量名单不终止任何人，不写区划", "请去掉区划，或改为全量名单");
        }
        return codes.stream()
                .map(code -> path(sender, code.strip()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The same places may be sent again; places that only overlap would end each other's people. */
    void refuseOverlap(
            CategoryLists.Sender sender,
            CategoryListSubmission submission,
            List<String> categories,
            List<String> places) {
        if (places.isEmpty()) {
            return;
        }
        var mine = json.write(places);
        sql.first(
                        OTHER_PART,
                        row -> row.getString(1),
                        sender.area(),
                        sender.organ(),
                        submission.listMonth(),
                        categories,
                        mine,
                        mine)
                .ifPresent(other -> {
                    var names = json.read(other, PATHS).stream()
                            .map(divisions::nameAt)
                            .collect(Collectors.joining("、"));
                    throw ProblemException.field(
                            EnrollmentProblem.CATEGORY_LIST_OVERLAPS,
                            "/divisions",
                            "您单位已报" + submission.listMonth() + "“" + names + "”的名单，与本次的区划有重叠",
                            "请按原来的区划重报，或先撤销那一份名单");
                });
    }

    private String path(CategoryLists.Sender sender, String code) {
        return divisions
                .find(code)
                .map(Division::path)
                .filter(path -> path.startsWith(sender.area() + "/"))
                .orElseThrow(() -> ProblemException.field(
                        EnrollmentProblem.DIVISION_UNKNOWN, "/divisions", "本统筹区没有区划 " + code, "请填写本统筹区的县、乡镇、村（居）代码"));
    }
}
