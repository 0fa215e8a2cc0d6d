package jumin.enrollment.roster;

import java.util.List;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.registration.Registration;
import jumin.enrollment.table.SheetRow;

/**
 * A row with its verdict, and what to do about it.
 *
 * @param known the person, when it is registered already
 * @param enrollment under which the person is enrolled for the year already
 * @param toConfirm the same, when it is a student's who waits for this school's word
 * @param registration what to register, when the row can be registered
 */
record AssessedRow(
        SheetRow row,
        String blindIndex,
        String household,
        String relation,
        String maskedName,
        String maskedId,
        RowVerdict verdict,
        List<RowFinding> findings,
        Optional<PersonId> known,
        Optional<EnrollmentId> enrollment,
        Optional<EnrollmentId> toConfirm,
        Optional<Registration> registration) {

    AssessedRow {
        findings = List.copyOf(findings);
    }

    boolean enrolled() {
        return enrollment.isPresent();
    }
}
