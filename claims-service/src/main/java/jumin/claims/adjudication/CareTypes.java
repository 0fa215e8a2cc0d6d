package jumin.claims.adjudication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import jumin.claims.ClaimsProblem;
import jumin.claims.filing.FilingKind;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;

/** The care types of an area; an area's own row goes before the general one. Read once: only a migration changes them. */
@ApplicationScoped
class CareTypes {

    private static final String ANY_AREA = "-";

    private final Sql database;
    private final AtomicReference<Map<Key, CareType>> known = new AtomicReference<>();

    CareTypes(Sql database) {
        this.database = database;
    }

    private record Key(String area, String code) {}

    private record Row(Key key, CareType type) {}

    CareType find(String area, String code) {
        var types = known.updateAndGet(read -> read == null ? read() : read);
        return Optional.ofNullable(types.get(new Key(area, code)))
                .or(() -> Optional.ofNullable(types.get(new Key(ANY_AREA, code))))
                .orElseThrow(() -> ProblemException.field(
                        ClaimsProblem.CARE_TYPE_UNKNOWN, "/careType", "不认识医疗类别 " + code, "如 21 住院、11 普通门诊、14 门诊慢特病"));
    }

    private Map<Key, CareType> read() {
        return database
                .list(
                        "select area, code, name, benefit, needs from care_type",
                        row -> new Row(
                                new Key(row.getString(1), row.getString(2)),
                                new CareType(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        Optional.ofNullable(row.getString(5)).map(FilingKind::valueOf))))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Row::key, Row::type));
    }
}
