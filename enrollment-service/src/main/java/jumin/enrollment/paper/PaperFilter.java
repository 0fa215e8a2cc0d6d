package jumin.enrollment.paper;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 打印记录的查找条件: what is not said does not narrow the list.
 *
 * @param subject the enrollment, household or village that a paper speaks of
 * @param issuedBy login
 * @param since issued at or after that moment
 */
record PaperFilter(
        Optional<PaperKind> kind,
        Optional<Integer> benefitYear,
        Optional<String> subject,
        Optional<String> issuedBy,
        Optional<OffsetDateTime> since) {

    String where() {
        return " where true"
                + when(kind, " and kind = ?")
                + when(benefitYear, " and benefit_year = ?")
                + when(subject, " and subject = ?")
                + when(issuedBy, " and issued_by = ?")
                + when(since, " and issued_at >= ?");
    }

    /** In the order of the question marks. */
    Stream<Object> values() {
        return Stream.<Optional<?>>of(kind, benefitYear, subject, issuedBy, since)
                .flatMap(value -> value.stream());
    }

    private static String when(Optional<?> said, String condition) {
        return said.isPresent() ? condition : "";
    }
}
