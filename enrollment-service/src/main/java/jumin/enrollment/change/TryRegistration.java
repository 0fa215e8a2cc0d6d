package jumin.enrollment.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.registration.PersonSubmission;
import jumin.enrollment.registration.RegisterAtCounter;
import jumin.platform.audit.Audit;
import jumin.platform.sql.Sql;

/**
 * 柜台参保登记试算: the registration itself, taken back before anybody sees it. So the trial refuses what the registration would refuse,
 * and knows what the departments' lists say about somebody nobody knew.
 */
@ApplicationScoped
public class TryRegistration {

    private static final String KNOWN_HOUSEHOLD = """
            select count(*) from household join division on division.path = household.division_path
            where division.code = ? and household.house_number = ?
            """;

    private final RegisterAtCounter register;
    private final Enrollments enrollments;
    private final JudgeTypeChange judge;
    private final Sql sql;
    private final Audit audit;

    TryRegistration(RegisterAtCounter register, Enrollments enrollments, JudgeTypeChange judge, Sql sql, Audit audit) {
        this.register = register;
        this.enrollments = enrollments;
        this.judge = judge;
        this.sql = sql;
        this.audit = audit;
    }

    public RegistrationTrialView run(PersonSubmission submission) {
        QuarkusTransaction.begin();
        Tried tried;
        try {
            tried = trial(submission);
        } finally {
            QuarkusTransaction.rollback();
        }
        // That somebody asked stays: what a department says of a number is seen.
        QuarkusTransaction.requiringNew()
                .run(() -> audit.read("registration-trial", tried.idMasked(), tried.divisionPath()));
        return tried.view();
    }

    private record Tried(RegistrationTrialView view, String idMasked, String divisionPath) {}

    private Tried trial(PersonSubmission submission) {
        var known = sql.count(
                KNOWN_HOUSEHOLD,
                submission.divisionCode(),
                submission.houseNumber().strip());
        var registered = register.run(submission);
        var enrollment = registered.enrollment();
        var effect = judge.side(enrollments.get(enrollment.enrollmentId()));
        return new Tried(
                new RegistrationTrialView(enrollment.benefitYear(), known == 0, effect, registered.notes()),
                enrollment.idMasked(),
                enrollment.divisionPath());
    }
}
