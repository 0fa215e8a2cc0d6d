package jumin.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import jumin.platform.sql.Sql;

/** 姓名首字母 of persons, kept for search. */
@ApplicationScoped
class SearchKeys {

    private static final String ADD =
            "insert into person_initials (person_id, initials, division_path, school) values (?, ?, ?, ?)";

    private final Sql sql;

    SearchKeys(Sql sql) {
        this.sql = sql;
    }

    void add(List<Person> persons) {
        var rows = new ArrayList<Object[]>();
        for (var person : persons) {
            NameInitials.of(person.name)
                    .forEach(initials ->
                            rows.add(new Object[] {person.id, initials, person.divisionPath, person.school}));
        }
        sql.updateAll(ADD, rows);
    }

    void replace(Person person) {
        sql.update("delete from person_initials where person_id = ?", person.id);
        add(List.of(person));
    }
}
