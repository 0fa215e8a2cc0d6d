package jumin.enrollment.registration;

import jumin.enrollment.enrollment.EnrollmentFacts;
import jumin.enrollment.enrollment.EnrollmentType;

/**
 * For which year and as what somebody is to be enrolled.
 *
 * @param bySchool the school itself names its pupil
 */
public record EnrollmentWish(int benefitYear, EnrollmentType type, EnrollmentFacts facts, boolean bySchool) {

    EnrollmentWish onGround(String admitted) {
        return new EnrollmentWish(benefitYear, type, facts.onGround(admitted), bySchool);
    }

    /** Asked for at a counter or by a village. */
    public EnrollmentWish(int benefitYear, EnrollmentType type, EnrollmentFacts facts) {
        this(benefitYear, type, facts, false);
    }
}
