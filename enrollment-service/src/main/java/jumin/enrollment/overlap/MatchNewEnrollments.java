package jumin.enrollment.overlap;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jumin.enrollment.enrollment.Enrolled;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.Persons;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** 登记时比对: whoever is enrolled after a list has named the person is a conflict too, not only with the next month's list. */
@ApplicationScoped
class MatchNewEnrollments {

    private static final String REPORTED = """
            select list_id, row_no, blind_index, sealed, source, insured_from, insured_to, insured_where
            from cover_reported(?, array(select person.id_blind_index from unnest(?::uuid[]) enrolled (id)
                                         join person on person.id = enrolled.id))
            """;

    private final Persons persons;
    private final ProposeDecision propose;
    private final Conflicts conflicts;
    private final PersonalData personalData;
    private final JsonColumn json;
    private final Sql sql;

    MatchNewEnrollments(
            Persons persons,
            ProposeDecision propose,
            Conflicts conflicts,
            PersonalData personalData,
            JsonColumn json,
            Sql sql) {
        this.persons = persons;
        this.propose = propose;
        this.conflicts = conflicts;
        this.personalData = personalData;
        this.json = json;
        this.sql = sql;
    }

    /** Whose a row is. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Named(String name) {}

    private record Reported(CoverListId list, String blindIndex, CoverSource source, CoverRow row) {}

    void enrolled(@Observes Enrolled enrolled) {
        enrolled.enrollments().stream()
                .collect(Collectors.groupingBy(Enrollment::area))
                .forEach(this::matched);
    }

    private void matched(String area, List<Enrollment> enrollments) {
        var reported = reported(area, enrollments).stream().collect(Collectors.groupingBy(Reported::blindIndex));
        if (reported.isEmpty()) {
            return;
        }
        var people = persons
                .ofIds(enrollments.stream().map(Enrollment::person).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Function.<Person>identity()));
        enrollments.forEach(enrollment -> matched(enrollment, people, reported));
    }

    private void matched(Enrollment enrollment, Map<PersonId, Person> people, Map<String, List<Reported>> reported) {
        var person = people.get(enrollment.person());
        for (var one : reported.getOrDefault(person.idBlindIndex(), List.of())) {
            if (one.row().name().equals(person.name()) && MatchCoverList.overlaps(enrollment, one.row())) {
                conflicts.add(
                        one.list(),
                        enrollment,
                        one.row(),
                        one.source(),
                        propose.run(enrollment, one.row(), one.source()));
            }
        }
    }

    private List<Reported> reported(String area, List<Enrollment> enrollments) {
        return sql.list(
                REPORTED,
                this::reported,
                area,
                enrollments.stream()
                        .map(Enrollment::person)
                        .distinct()
                        .map(PersonId::value)
                        .toList());
    }

    private Reported reported(ResultSet row) throws SQLException {
        return new Reported(
                new CoverListId(row.getObject(1, UUID.class)),
                row.getString(3),
                CoverSource.valueOf(row.getString(5)),
                new CoverRow(
                        row.getInt(2),
                        "",
                        json.read(personalData.open(row.getString(4)), Named.class)
                                .name(),
                        Optional.of(row.getObject(6, LocalDate.class)),
                        Optional.ofNullable(row.getObject(7, LocalDate.class)),
                        row.getString(8),
                        ""));
    }
}
