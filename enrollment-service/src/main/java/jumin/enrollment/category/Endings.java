package jumin.enrollment.category;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.recognition.Recognitions;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** 全量名单的差异: whom an organ recognised until now and its full list names no more. */
@ApplicationScoped
public class Endings {

    private static final String STANDING = """
            select recognition.id, recognition.person_id, category, valid_from, person.name, person.id_masked
            from recognition join person on person.id = recognition.person_id
            where recognition.organ = ? and recognition.area = ? and category = any (?) and superseded_by is null
              and valid_from <= ? and (valid_to is null or valid_to > ?)
              and category_in_places(?::jsonb, recognition.division_path)
              and not exists (
                select 1 from category_list_row named join category_list part on part.id = named.list_id
                where named.id_blind_index = person.id_blind_index and named.id_blind_index <> ''
                  and named.category = recognition.category and named.verdict not in ('INVALID', 'REPEATED')
                  and part.organ = recognition.organ and part.area = recognition.area and part.places <> '[]'
                  and not category_places_meet(part.places, ?::jsonb)
                  and part.list_month >= ? and part.state in ('APPLIED', 'UNDO_PENDING'))
            order by recognition.id
            """;
    private static final String ADD = """
            insert into category_list_ending (list_id, recognition_id, person_id, division_path, organ, name_masked,
                                              id_masked, category, valid_from, last_day)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;
    private final JsonColumn json;
    private final Recognitions recognitions;

    Endings(Sql sql, JsonColumn json, Recognitions recognitions) {
        this.sql = sql;
        this.json = json;
        this.recognitions = recognitions;
    }

    /** A recognition in force. */
    record Standing(
            UUID recognition, PersonId person, String category, LocalDate from, String maskedName, String maskedId) {}

    /** @param standing how many there were; @param endings those that the list does not name */
    record Plan(int standing, List<Standing> endings, LocalDate lastDay) {

        static Plan nothing(LocalDate lastDay) {
            return new Plan(0, List.of(), lastDay);
        }

        /** Whether more than that share of all would end. */
        boolean endsMoreThan(int percent) {
            return (long) endings.size() * 100 > (long) standing * percent;
        }
    }

    /** Of whom a full list speaks. @param places none are the whole area */
    record Scope(CategoryLists.Sender sender, String month, List<String> categories, List<String> places) {}

    /**
     * Who is on the list under another name is on it: that is to be cleared up, not ended. Nor is who lives here and is named by the
     * part for another place, of the same month or later.
     */
    Plan plan(Scope scope, List<MatchRows.Match> rows) {
        var sender = scope.sender();
        var lastDay = YearMonth.parse(scope.month()).atDay(1).minusDays(1);
        var places = json.write(scope.places());
        var named = named(rows);
        var standing = sql.list(
                STANDING,
                row -> new Standing(
                        row.getObject(1, UUID.class),
                        new PersonId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        jumin.platform.personal.Masked.name(row.getString(5)),
                        row.getString(6)),
                sender.organ(),
                sender.area(),
                scope.categories(),
                lastDay,
                lastDay,
                places,
                places,
                scope.month());
        var endings = standing.stream()
                .filter(one -> !named.getOrDefault(one.category(), Set.of()).contains(one.person()))
                .toList();
        return new Plan(standing.size(), endings, lastDay);
    }

    private static Map<String, Set<PersonId>> named(List<MatchRows.Match> rows) {
        var named = new HashMap<String, Set<PersonId>>();
        rows.forEach(row -> row.person()
                .ifPresent(person -> named.computeIfAbsent(row.category(), any -> new HashSet<>())
                        .add(person.id())));
        return named;
    }

    void add(CategoryListId list, CategoryLists.Sender sender, Plan plan) {
        sql.updateAll(
                ADD,
                plan.endings().stream()
                        .map(one -> new Object[] {
                            list.value(),
                            one.recognition(),
                            one.person().value(),
                            sender.divisionPath(),
                            sender.organ(),
                            one.maskedName(),
                            one.maskedId(),
                            one.category(),
                            one.from(),
                            plan.lastDay()
                        })
                        .toList());
    }

    /** Ends what was planned and still stands; whose they were. */
    Collection<PersonId> carryOut(CategoryListId list) {
        var planned = sql.list(
                "select recognition_id, last_day from category_list_ending where list_id = ? order by recognition_id",
                row -> new Recognitions.Ending(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)),
                list.value());
        return recognitions.end(list.value(), planned);
    }

    List<CategoryListView.EndingView> page(CategoryListId list, int page, int size) {
        return sql.list(
                "select name_masked, id_masked, category, valid_from, last_day from category_list_ending"
                        + " where list_id = ? order by recognition_id limit ? offset ?",
                row -> new CategoryListView.EndingView(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)),
                list.value(),
                size,
                (page - 1) * size);
    }
}
