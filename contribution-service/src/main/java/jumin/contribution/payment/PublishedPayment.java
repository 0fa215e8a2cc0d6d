package jumin.contribution.payment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.feed.Feed;
import jumin.platform.sql.TimeOrderedId;

/**
 * 缴费, as the other services learn it from the feed (kind {@code payment}, subject the person): that somebody paid for
 * a year, or that it was reversed. No voucher number, no amount.
 *
 * @param reverses the payment that is gone, of a reversal
 */
@RegisterForReflection
record PublishedPayment(
        UUID paymentId, UUID personId, String area, int benefitYear, LocalDate paidOn, Optional<UUID> reverses) {

    /** Money for nobody is not told; it is when it is assigned. */
    static void tell(Feed feed, Payment payment) {
        payment.personId()
                .ifPresent(person -> feed.publish(
                        "payment",
                        person.toString(),
                        new PublishedPayment(
                                payment.id(),
                                person,
                                payment.place().area(),
                                payment.stated().benefitYear(),
                                payment.stated().paidOn(),
                                payment.reverses())));
    }

    /** Assigned to the wrong person: for that one it is gone, told like a reversal. It is told again with its next owner. */
    static void takeBack(Feed feed, Payment payment) {
        payment.personId()
                .ifPresent(person -> feed.publish(
                        "payment",
                        person.toString(),
                        new PublishedPayment(
                                TimeOrderedId.next(),
                                person,
                                payment.place().area(),
                                payment.stated().benefitYear(),
                                payment.stated().paidOn(),
                                Optional.of(payment.id()))));
    }
}
