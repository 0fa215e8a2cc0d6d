package jumin.claims.adjudication;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import jumin.claims.ClaimsProblem;
import jumin.claims.filing.FilingKind;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.fact.WordList;
import jumin.regulation.law.Law;

/** The care types of an area; an area's own row goes before the general one. Read once: only a migration changes them. */
@Singleton
class CareTypes {

    private static final String ANY_AREA = "-";

    /** How many characters name a category of diagnoses. */
    private static final int CATEGORY = 3;

    private final Sql database;
    private final AtomicReference<List<Injury>> injuries = new AtomicReference<>();
    private final AtomicReference<Map<Key, CareType>> known = new AtomicReference<>();

    CareTypes(Sql database) {
        this.database = database;
    }

    private record Key(String area, String code) {}

    /** 外伤诊断: a range of national diagnosis codes by their first three characters. */
    private record Injury(String first, String last) {

        boolean covers(String code) {
            return code.compareTo(first) >= 0 && code.compareTo(last) <= 0;
        }
    }

    private record Row(Key key, CareType type) {}

    /** By the national code or a word; a benefit that the law itself names by that word is a care type too. */
    CareType find(Law law, String code) {
        var types = known.updateAndGet(read -> read == null ? read() : read);
        return Optional.ofNullable(types.get(new Key(law.area(), code)))
                .or(() -> Optional.ofNullable(types.get(new Key(ANY_AREA, code))))
                .or(() -> ofTheLaw(Vocabulary.of(law).words("benefit"), code))
                .orElseThrow(() -> ProblemException.field(
                        ClaimsProblem.CARE_TYPE_UNKNOWN, "/careType", "不认识医疗类别 " + code, "如 21 住院、11 普通门诊、14 门诊慢特病"));
    }

    /** Whether a stay with this diagnosis is care of an injury. */
    boolean injury(CareType type, String diagnosis) {
        var ranges = injuries.updateAndGet(read -> read == null ? readInjuries() : read);
        return type.stay()
                && diagnosis.length() >= CATEGORY
                && ranges.stream()
                        .anyMatch(one ->
                                one.covers(diagnosis.substring(0, CATEGORY).toUpperCase(Locale.ROOT)));
    }

    private List<Injury> readInjuries() {
        return List.copyOf(database.list(
                "select first3, last3 from injury_diagnosis", row -> new Injury(row.getString(1), row.getString(2))));
    }

    private static Optional<CareType> ofTheLaw(WordList benefits, String word) {
        return benefits.words().contains(word)
                ? Optional.of(new CareType(word, benefits.title(benefits.number(word)), word, Optional.empty()))
                : Optional.empty();
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
