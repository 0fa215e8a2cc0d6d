package jumin.enrollment.school;

import java.time.OffsetDateTime;
import jumin.enrollment.enrollment.EnrollmentId;

/**
 * 大学生学籍确认, as it stands.
 *
 * @param basis ROSTER, SCHOOL or EVIDENCE; empty while pending
 */
public record StudentConfirmation(
        EnrollmentId enrollment,
        ConfirmationState state,
        String basis,
        String evidence,
        String evidenceBy,
        String decidedBy,
        String reason,
        OffsetDateTime recordedAt) {

    /** Who says so, and why. */
    public record Said(ConfirmationState state, String basis, String evidence, String evidenceBy, String reason) {

        public static final Said PENDING = new Said(ConfirmationState.PENDING, "", "", "", "");

        public static Said byRoster() {
            return new Said(ConfirmationState.CONFIRMED, "ROSTER", "", "", "学校报送的花名册");
        }

        public static Said withEvidence(String evidence, String by) {
            return new Said(ConfirmationState.PENDING, "", evidence, by, "");
        }
    }
}
