package jumin.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import jumin.platform.sql.Columns;
import jumin.platform.sql.Sql;

/** 姓名首字母 of persons, kept for search. */
@ApplicationScoped
class SearchKeys {

    private static final String ADD = "insert into person_initials (person_id, initials, division_path, school)"
            + " select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) on conflict do nothing";

    private final Sql sql;

    SearchKeys(Sql sql) {
        this.sql = sql;
    }

    private record Reading(Person person, String initials) {}

    void add(List<Person> persons) {
        var read = new ArrayList<Reading>();
        for (var person : persons) {
            NameInitials.of(person.name).forEach(initials -> read.add(new Reading(person, initials)));
        }
        if (read.isEmpty()) {
            return;
        }
        var columns = Columns.of(read)
                .with("uuid", reading -> reading.person().id)
                .with("text", Reading::initials)
                .with("text", reading -> reading.person().divisionPath)
                .with("text", reading -> reading.person().school);
        sql.update(ADD, columns.values());
    }

    /** Of those who have none; who has some meanwhile keeps them. */
    void addMissing(List<Person> persons) {
        var known = new HashSet<>(sql.list(
                "select distinct person_id from person_initials where person_id = any (?::uuid[])",
                row -> row.getObject(1, UUID.class),
                persons.stream().map(person -> person.id.toString()).toList()));
        add(persons.stream().filter(person -> !known.contains(person.id)).toList());
    }

    void replace(Person person) {
        sql.update("delete from person_initials where person_id = ?", person.id);
        add(List.of(person));
    }
}
