package jumin.enrollment.registration;

import jumin.enrollment.enrollment.EnrollmentFacts;
import jumin.enrollment.enrollment.EnrollmentType;

/** For which year and as what somebody is to be enrolled. */
public record EnrollmentWish(int benefitYear, EnrollmentType type, EnrollmentFacts facts) {}
