package jumin.enrollment.payment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.platform.sql.Sql;

/** 已退费: what this service keeps of contribution's refunds that end an enrollment. */
@ApplicationScoped
public class RefundsSeen {

    private static final String TAKE = """
            insert into refund_seen (refund_id, person_id, enrollment_id, benefit_year, cause, event_date, state, told_on)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (refund_id) do update set state = excluded.state, told_on = excluded.told_on
            """;
    private static final String COLUMNS = "refund_id, enrollment_id, cause, event_date, state, told_on, ended_it";

    private final Sql sql;

    RefundsSeen(Sql sql) {
        this.sql = sql;
    }

    /**
     * A refund.
     *
     * @param state ORDERED, or WITHDRAWN when it was taken back
     * @param endedIt that the enrollment ended because of it
     */
    public record Refund(
            UUID id,
            Optional<EnrollmentId> enrollment,
            String cause,
            Optional<LocalDate> eventDate,
            String state,
            LocalDate toldOn,
            boolean endedIt) {

        public boolean stands() {
            return !state.equals("WITHDRAWN");
        }
    }

    /** As it is now known. */
    public Refund take(JsonNode told) {
        var id = UUID.fromString(told.path("refundId").asText());
        sql.update(
                TAKE,
                id,
                UUID.fromString(told.path("personId").asText()),
                text(told, "enrollmentId").map(UUID::fromString),
                told.path("benefitYear").asInt(),
                told.path("cause").asText(),
                text(told, "eventDate").map(LocalDate::parse),
                told.path("state").asText(),
                LocalDate.parse(told.path("on").asText()));
        return sql.first("select " + COLUMNS + " from refund_seen where refund_id = ?", RefundsSeen::refund, id)
                .orElseThrow();
    }

    public void endedIt(UUID refund, boolean ended) {
        sql.update("update refund_seen set ended_it = ? where refund_id = ?", ended, refund);
    }

    /** The refund that stands for each of the enrollments. */
    public Map<EnrollmentId, Refund> of(Collection<EnrollmentId> enrollments) {
        var found = new LinkedHashMap<EnrollmentId, Refund>();
        sql
                .list(
                        "select " + COLUMNS
                                + " from refund_seen where enrollment_id = any (?::uuid[]) order by told_on",
                        RefundsSeen::refund,
                        enrollments.stream().map(EnrollmentId::toString).toList())
                .stream()
                .filter(Refund::stands)
                .forEach(refund -> found.put(refund.enrollment().orElseThrow(), refund));
        return found;
    }

    private static Refund refund(ResultSet row) throws SQLException {
        return new Refund(
                row.getObject(1, UUID.class),
                Optional.ofNullable(row.getObject(2, UUID.class)).map(EnrollmentId::new),
                row.getString(3),
                Optional.ofNullable(row.getObject(4, LocalDate.class)),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getBoolean(7));
    }

    private static Optional<String> text(JsonNode told, String field) {
        return told.hasNonNull(field) ? Optional.of(told.path(field).asText()) : Optional.empty();
    }
}
