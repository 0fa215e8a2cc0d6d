package jumin.enrollment.standard;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.law.PublishedAcceptances;
import jumin.enrollment.payment.PaymentsSeen;
import jumin.platform.feed.Change;
import jumin.platform.feed.FeedSubscription;
import jumin.platform.job.Jobs;
import jumin.regulation.Money;

/** What this service keeps of contribution's feed: the yearly standards, what was accepted of the law, and who paid. A new standard lets the subsidies be
 * decided again. */
@ApplicationScoped
public class ContributionFeed implements FeedSubscription {

    /** Type of the job that decides the subsidies of an area and year again. */
    public static final String REDECIDE = "subsidy-redecision";

    private static final String STANDARD = "standard";
    private static final String ACCEPTANCE = "acceptance";

    private final Standards standards;
    private final PaymentsSeen payments;
    private final PublishedAcceptances acceptances;
    private final Jobs jobs;

    ContributionFeed(Standards standards, PaymentsSeen payments, PublishedAcceptances acceptances, Jobs jobs) {
        this.standards = standards;
        this.payments = payments;
        this.acceptances = acceptances;
        this.jobs = jobs;
    }

    /** Which subsidies to decide again. */
    @RegisterForReflection
    public record Redecision(String area, int benefitYear) {}

    @Override
    public String source() {
        return "contribution";
    }

    @Override
    public void apply(Change change) {
        if (change.kind().equals(ACCEPTANCE)) {
            acceptances.take(change.subject(), change.payload());
            var area = change.payload().path("area").asText();
            standards.years(area).forEach(year -> jobs.submit(REDECIDE, new Redecision(area, year)));
        }
        if (change.kind().equals(PaymentsSeen.KIND)) {
            payments.take(change);
        }
        if (change.kind().equals(STANDARD)) {
            var payload = change.payload();
            var standard = new Standard(
                    payload.path("area").asText(),
                    payload.path("benefitYear").asInt(),
                    payload.path("standardId").asText(),
                    Money.yuan(payload.path("individualContribution").asText()).fen(),
                    day(payload, "windowFrom"),
                    day(payload, "windowTo"));
            standards.take(standard, payload.toString());
            jobs.submit(REDECIDE, new Redecision(standard.area(), standard.benefitYear()));
        }
    }

    private static Optional<LocalDate> day(JsonNode payload, String field) {
        return payload.hasNonNull(field)
                ? Optional.of(LocalDate.parse(payload.path(field).asText()))
                : Optional.empty();
    }
}
