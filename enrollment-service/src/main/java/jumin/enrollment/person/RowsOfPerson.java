package jumin.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jumin.platform.sql.Sql;

/**
 * 随人迁移: all rows of a person lie where the person lies, in the same division and school, so that who is responsible now
 * sees the whole history, and who was no longer does. A membership lies where its household lies.
 */
@ApplicationScoped
public class RowsOfPerson {

    static final List<String> TABLES = List.of(
            "identity_document",
            "person_initials",
            "enrollment",
            "enrollment_change",
            "student_confirmation",
            "subsidy_decision",
            "subsidy_redo",
            "recognition",
            "person_ending",
            "ending_decision",
            "cover_conflict");

    private static final String EVENTS = """
            update enrollment_event event set division_path = ?, school = ? from enrollment
            where enrollment.id = event.enrollment_id and enrollment.person_id = ?
            """;
    private static final String VERSIONS = "update record_version set division_path = ?, school = ? where subject = ?";

    private final Sql sql;

    RowsOfPerson(Sql sql) {
        this.sql = sql;
    }

    public void follow(Person person) {
        for (var table : TABLES) {
            sql.update(
                    "update " + table + " set division_path = ?, school = ? where person_id = ?",
                    person.divisionPath,
                    person.school,
                    person.id);
        }
        sql.update(EVENTS, person.divisionPath, person.school, person.id);
        sql.update(VERSIONS, person.divisionPath, person.school, person.id);
        sql.update("update person_merge set division_path = ? where survivor_id = ?", person.divisionPath, person.id);
    }
}
