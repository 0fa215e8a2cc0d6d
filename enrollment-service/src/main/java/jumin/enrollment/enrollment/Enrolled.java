package jumin.enrollment.enrollment;

import java.util.List;

/** 已登记参保: told to the other features within the transaction of the registration. */
public record Enrolled(List<Enrollment> enrollments) {

    public Enrolled {
        enrollments = List.copyOf(enrollments);
    }
}
