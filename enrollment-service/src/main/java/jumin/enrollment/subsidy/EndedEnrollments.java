package jumin.enrollment.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.person.PersonId;
import jumin.platform.sql.Sql;

/** 已终止而未退费的参保登记: their money stands as it was decided, though nothing is decided about them any more. */
@ApplicationScoped
class EndedEnrollments {

    private static final String ENDED = """
            select ended.id from enrollment ended
            where ended.person_id = any (?::uuid[]) and ended.state = 'TERMINATED'
              and not exists (select 1 from enrollment other where other.person_id = ended.person_id
                              and other.benefit_year = ended.benefit_year and other.state = 'ENROLLED')
              and not exists (select 1 from refund_seen refund
                              where refund.enrollment_id = ended.id and refund.state <> 'WITHDRAWN')
            order by ended.id
            """;

    private final Sql sql;
    private final Enrollments enrollments;

    EndedEnrollments(Sql sql, Enrollments enrollments) {
        this.sql = sql;
        this.enrollments = enrollments;
    }

    List<Enrollment> of(Collection<PersonId> persons) {
        return enrollments.ofIds(sql.list(
                ENDED,
                row -> new EnrollmentId(row.getObject(1, UUID.class)),
                persons.stream().map(PersonId::toString).toList()));
    }
}
