package jumin.enrollment.category;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.enrollment.division.Division;
import jumin.enrollment.division.Divisions;
import jumin.enrollment.page.Page;
import jumin.enrollment.recognition.CategoryKinds;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** 分区划名单的催报: of each organ and category whose full list comes in parts, what a month still lacks to be the whole. */
@ApplicationScoped
public class FindListParts {

    private static final int MONTHS_BACK = 12;
    private static final TypeReference<List<String>> PATHS = new TypeReference<>() {};
    private static final String PARTS = """
            select list.area, list.organ, named.category, list.division_path, list.list_month, list.state, list.places::text
            from category_list list cross join lateral jsonb_array_elements_text(list.categories) named (category)
            where list.kind = 'FULL' and list.state in ('APPLIED', 'UNDO_PENDING', 'PENDING') and list.list_month >= ?
            order by list.area, list.organ, named.category, list.list_month, list.recorded_at
            """;

    private final Sql sql;
    private final JsonColumn json;
    private final Divisions divisions;
    private final CategoryKinds kinds;
    private final Clock clock;

    FindListParts(Sql sql, JsonColumn json, Divisions divisions, CategoryKinds kinds, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.divisions = divisions;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** Whose list of which category. */
    private record Series(String area, String organ, String category) {}

    /** One full list. @param places none are the whole area */
    private record Part(Series series, String home, String month, ListState state, List<String> places) {

        boolean speaksFor(String path) {
            return places.isEmpty() || places.stream().anyMatch(path::startsWith);
        }
    }

    /** Of the lists that the caller sees; who sends the whole at once is not asked for parts. */
    @Transactional
    public Page<ListPartView> run(YearMonth month, Optional<String> organ, int page, int size) {
        var series = sql.list(PARTS, this::part, month.minusMonths(MONTHS_BACK).toString()).stream()
                .filter(part -> organ.stream().allMatch(part.series().organ()::equals))
                .collect(Collectors.groupingBy(Part::series, LinkedHashMap::new, Collectors.toList()));
        var found =
                series.values().stream().flatMap(parts -> lacking(month, parts)).toList();
        return new Page<>(found.stream().skip((page - 1L) * size).limit(size).toList(), page, size, found.size());
    }

    private Stream<ListPartView> lacking(YearMonth month, List<Part> parts) {
        var known = places(parts, part -> true);
        var now = parts.stream()
                .filter(part -> part.month().compareTo(month.toString()) >= 0)
                .toList();
        var whole = now.stream().anyMatch(part -> part.places().isEmpty() && part.state() != ListState.PENDING);
        if (known.isEmpty() || whole) {
            return Stream.empty();
        }
        var home = parts.stream().map(Part::home).min(Comparator.comparingInt(String::length));
        var tree = divisions.under(home.orElseThrow());
        var pending = places(now, part -> part.state() == ListState.PENDING);
        pending.removeAll(places(now, part -> part.state() != ListState.PENDING));
        return Stream.concat(
                tree.stream()
                        .filter(division -> pending.contains(division.path()))
                        .map(division -> view(month, division, ListPartView.State.PENDING, parts)),
                MissingPlaces.of(tree, places(now, part -> true), known).stream()
                        .map(division -> view(month, division, ListPartView.State.MISSING, parts)));
    }

    private static Set<String> places(List<Part> parts, Predicate<Part> wanted) {
        return parts.stream()
                .filter(wanted)
                .flatMap(part -> part.places().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private ListPartView view(YearMonth month, Division division, ListPartView.State state, List<Part> parts) {
        var series = parts.getFirst().series();
        var first = month.atDay(1);
        return new ListPartView(
                series.organ(),
                series.category(),
                kinds.of(series.area()).getOrDefault(series.category(), series.category()),
                month.toString(),
                division.code(),
                division.name(),
                division.level(),
                state,
                parts.stream()
                        .filter(part -> part.month().compareTo(month.toString()) < 0)
                        .filter(part -> part.speaksFor(division.path()))
                        .map(Part::month)
                        .max(Comparator.naturalOrder()),
                first,
                Math.max(0, ChronoUnit.DAYS.between(first, LocalDate.now(clock))));
    }

    private Part part(ResultSet row) throws SQLException {
        return new Part(
                new Series(row.getString(1), row.getString(2), row.getString(3)),
                row.getString(4),
                row.getString(5),
                ListState.valueOf(row.getString(6)),
                json.read(row.getString(7), PATHS));
    }
}
