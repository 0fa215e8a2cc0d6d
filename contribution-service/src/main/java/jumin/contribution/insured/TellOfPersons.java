package jumin.contribution.insured;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.platform.sql.Sql;

/** Reads what was said of persons, for any number of them in one statement. */
@ApplicationScoped
public class TellOfPersons {

    private final Sql database;

    TellOfPersons(Sql database) {
        this.database = database;
    }

    private record Line(UUID personId, Optional<Recognition> recognition, Optional<StatedHistory> history) {}

    /** Whoever something was said of; what the county stated of a record that was merged into another, it stated of that one. */
    public Map<UUID, Told> of(Collection<UUID> personIds, int benefitYear) {
        return database.list("""
                select person_id, r ->> 'category', (r ->> 'from')::date, (r ->> 'to')::date, h ->> 'lapseYears',
                       h ->> 'repairedYears', (h ->> 'interruptedFrom')::date
                from (select p.person_id, p.recognitions, coalesce(p.stated_history -> year, (
                          select m.stated_history -> year from insured_person m
                          where m.survivor_id = p.person_id and jsonb_exists(m.stated_history, year)
                          order by m.person_id limit 1)) h
                      from (select ?::text as year) asked
                           cross join unnest(?::uuid[]) who join insured_person p on p.person_id = who) said
                left join lateral jsonb_array_elements(recognitions) r on r ->> 'from' is not null
                where recognitions <> '[]' or h is not null
                """, TellOfPersons::line, Integer.toString(benefitYear), personIds).stream()
                .collect(Collectors.groupingBy(
                        Line::personId, Collectors.collectingAndThen(Collectors.toList(), TellOfPersons::told)));
    }

    private static Told told(List<Line> lines) {
        return new Told(
                lines.stream().flatMap(line -> line.recognition().stream()).toList(),
                lines.getFirst().history());
    }

    private static Line line(ResultSet row) throws SQLException {
        var category = row.getString(2);
        var lapsed = row.getString(5);
        return new Line(
                row.getObject(1, UUID.class),
                category == null
                        ? Optional.empty()
                        : Optional.of(new Recognition(
                                category,
                                row.getObject(3, LocalDate.class),
                                Optional.ofNullable(row.getObject(4, LocalDate.class)))),
                lapsed == null
                        ? Optional.empty()
                        : Optional.of(new StatedHistory(
                                Integer.parseInt(lapsed),
                                Integer.parseInt(row.getString(6)),
                                Optional.ofNullable(row.getObject(7, LocalDate.class)))));
    }
}
