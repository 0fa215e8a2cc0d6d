package jumin.enrollment.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.enrollment.person.PersonId;
import jumin.platform.feed.Change;
import jumin.platform.sql.Sql;

/** 已缴费: what this service keeps of contribution's payments, no more than who paid for which year. */
@ApplicationScoped
public class PaymentsSeen {

    /** Kind of the change in contribution's feed. */
    public static final String KIND = "payment";

    private static final String PAID = """
            insert into payment_seen (payment_id, person_id, benefit_year) values (?, ?, ?)
            on conflict (payment_id) do update set person_id = excluded.person_id, reversed = false
            """;
    private static final String REVERSED = "update payment_seen set reversed = true where payment_id = ?";

    private final Sql sql;

    PaymentsSeen(Sql sql) {
        this.sql = sql;
    }

    /** Told again, a payment stands again: it was assigned to somebody wrongly and taken back in between. */
    public void take(Change change) {
        var payload = change.payload();
        if (payload.hasNonNull("reverses")) {
            sql.update(REVERSED, UUID.fromString(payload.path("reverses").asText()));
        } else {
            sql.update(
                    PAID,
                    UUID.fromString(payload.path("paymentId").asText()),
                    UUID.fromString(payload.path("personId").asText()),
                    payload.path("benefitYear").asInt());
        }
    }

    /** Those of the persons for whom a payment stands. */
    public Set<PersonId> whoPaid(Collection<PersonId> persons, int benefitYear) {
        return sql
                .list(
                        "select distinct person_id from payment_seen"
                                + " where person_id = any (?::uuid[]) and benefit_year = ? and not reversed",
                        row -> new PersonId(row.getObject(1, UUID.class)),
                        persons.stream().map(PersonId::toString).toList(),
                        benefitYear)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
