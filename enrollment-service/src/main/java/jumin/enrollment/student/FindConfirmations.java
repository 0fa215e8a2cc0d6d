package jumin.enrollment.student;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.school.ConfirmationState;
import jumin.platform.personal.Masked;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;

/** 查学籍确认: of enrollments that stand as a student's; what ended or changed asks nobody any more. */
@ApplicationScoped
class FindConfirmations {

    private static final String FROM = """
            from student_confirmation said
            join enrollment on enrollment.id = said.enrollment_id and enrollment.state = 'ENROLLED'
                 and enrollment.type in ('COLLEGE_STUDENT', 'COLLEGE_FRESHMAN')
            join person on person.id = enrollment.person_id
            left join registered_school on registered_school.code = person.school
            where said.superseded_by is null
            """;
    private static final String COLUMNS = """
            select enrollment.id, person.id, enrollment.benefit_year, person.name, person.id_masked, person.school,
                   registered_school.name, said.state, said.basis, said.evidence, said.reason, said.recorded_at
            """;

    private static final String WANTED = " and said.state = ? and (? = 0 or enrollment.benefit_year = ?)";

    private final Sql sql;

    FindConfirmations(Sql sql) {
        this.sql = sql;
    }

    StudentConfirmationView one(EnrollmentId id) {
        return sql.first(COLUMNS + FROM + " and enrollment.id = ?", FindConfirmations::view, id.value())
                .orElseThrow(() ->
                        new ProblemException(EnrollmentProblem.STUDENT_NOT_ENROLLED, "此参保登记没有待确认的学籍，或不在您的辖区、不是本校学生。"));
    }

    /** @param year 0 for all */
    List<StudentConfirmationView> page(ConfirmationState state, int year, int page, int size) {
        return sql.list(
                COLUMNS + FROM + WANTED + " order by said.recorded_at, said.id limit ? offset ?",
                FindConfirmations::view,
                state,
                year,
                year,
                size,
                (page - 1) * size);
    }

    long count(ConfirmationState state, int year) {
        return sql.count("select count(*) " + FROM + WANTED, state, year, year);
    }

    private static StudentConfirmationView view(ResultSet row) throws SQLException {
        return new StudentConfirmationView(
                new EnrollmentId(row.getObject(1, UUID.class)),
                new PersonId(row.getObject(2, UUID.class)),
                row.getInt(3),
                Masked.name(row.getString(4)),
                row.getString(5),
                row.getString(6),
                Optional.ofNullable(row.getString(7)),
                ConfirmationState.valueOf(row.getString(8)),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getObject(12, OffsetDateTime.class));
    }
}
