package jumin.enrollment.category;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** 名单所列: what the standing lists of the departments say about a number, whether its person was registered then or not. */
@ApplicationScoped
class NamedRows {

    private static final String NAMED = """
            select list_id, list_month, organ, blind_index, sealed, category, valid_from, valid_to, unemployed
            from category_named(?, ?)
            """;
    private static final String UNMATCHED = """
            select row_no, id_blind_index from category_list_row
            where list_id = ? and verdict in ('NOT_FOUND', 'NAME_DIFFERS') and id_blind_index <> '' and row_no > ?
            order by row_no limit ?
            """;

    private final PersonalData personalData;
    private final JsonColumn json;
    private final Sql sql;

    NamedRows(PersonalData personalData, JsonColumn json, Sql sql) {
        this.personalData = personalData;
        this.json = json;
        this.sql = sql;
    }

    /** Whose a row is: sealed. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Whose(String name) {}

    /** What one organ says. */
    record Named(
            UUID list,
            String organ,
            String category,
            String name,
            LocalDate from,
            Optional<LocalDate> to,
            boolean unemployed) {}

    /** A row nobody was found for. */
    record Unmatched(int rowNo, String blindIndex) {}

    String seal(String name) {
        return personalData.seal(json.write(new Whose(name)));
    }

    /** By the number's blind index. */
    Map<String, List<Named>> of(String area, Collection<String> blindIndexes) {
        return sql
                .list(
                        NAMED,
                        row -> Map.entry(
                                row.getString(4),
                                new Named(
                                        row.getObject(1, UUID.class),
                                        row.getString(3),
                                        row.getString(6),
                                        json.read(personalData.open(row.getString(5)), Whose.class)
                                                .name(),
                                        row.getObject(7, LocalDate.class),
                                        Optional.ofNullable(row.getObject(8, LocalDate.class)),
                                        row.getBoolean(9))),
                        area,
                        blindIndexes)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Path by code, of the divisions of the area in which people are said to live. */
    Map<String, String> places(String area, List<CategoryListSubmission.Row> rows) {
        var codes = rows.stream()
                .flatMap(row -> Optional.ofNullable(row.divisionCode()).stream())
                .filter(code -> !code.isBlank())
                .distinct()
                .toList();
        if (codes.isEmpty()) {
            return Map.of();
        }
        return sql
                .list(
                        "select code, path from division where code = any (?) and path like ?",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        codes,
                        area + "/%")
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Unmatched> unmatched(CategoryListId list, int after, int most) {
        return sql.list(UNMATCHED, row -> new Unmatched(row.getInt(1), row.getString(2)), list.value(), after, most);
    }
}
