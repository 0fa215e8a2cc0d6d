package jumin.enrollment.roster;

import java.util.List;
import java.util.Optional;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.registration.Registration;

/**
 * A row with its verdict, and what to do about it.
 *
 * @param known the person, when it is registered already
 * @param enrolled the person is enrolled for the year already
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
        boolean enrolled,
        Optional<Registration> registration) {

    AssessedRow {
        findings = List.copyOf(findings);
    }
}
