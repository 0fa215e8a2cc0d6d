package jumin.claims.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.insured.DivisionNames;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;

/** 认定部门的名称: of a code that says which kind of department and where; one that says nothing known is shown as it is, with a mark. */
@ApplicationScoped
class Departments {

    private static final Pattern CODE = Pattern.compile("([A-Z]{2})(\\d{6})");
    private static final String UNKNOWN = "（部门名称未登记）";
    private static final String LIST = "department";

    private final DivisionNames divisions;

    Departments(DivisionNames divisions) {
        this.divisions = divisions;
    }

    /** @param law of today's library: what was decided under an older release is named as we name it now */
    List<StatementView.Standing> named(List<BillRecord.Category> categories, Optional<Law> law) {
        return categories.stream()
                .map(one -> new StatementView.Standing(
                        one.code(), one.title(), one.from(), one.organ(), name(one.organ(), law)))
                .toList();
    }

    private String name(String organ, Optional<Law> law) {
        var code = CODE.matcher(organ);
        return code.matches()
                ? divisions
                        .of(code.group(2))
                        .flatMap(place -> kind(code.group(1), law).map(place::concat))
                        .orElse(organ + UNKNOWN)
                : organ + UNKNOWN;
    }

    private static Optional<String> kind(String prefix, Optional<Law> law) {
        return law.flatMap(known -> Vocabulary.of(known).titled(LIST, prefix.toLowerCase(Locale.ROOT)));
    }
}
