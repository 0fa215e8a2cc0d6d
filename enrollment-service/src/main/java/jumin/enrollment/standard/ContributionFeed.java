package jumin.enrollment.standard;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.enrollment.law.NewRelease;
import jumin.enrollment.law.PublishedAcceptances;
import jumin.enrollment.payment.ContributionNews;
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
    private final Instance<ContributionNews> others;
    private final Jobs jobs;

    ContributionFeed(
            Standards standards,
            PaymentsSeen payments,
            PublishedAcceptances acceptances,
            Instance<ContributionNews> others,
            Jobs jobs) {
        this.standards = standards;
        this.payments = payments;
        this.acceptances = acceptances;
        this.others = others;
        this.jobs = jobs;
    }

    /**
     * Which subsidies to decide again.
     *
     * @param law because the law changed: then a year that is over is only looked at again
     */
    @RegisterForReflection
    public record Redecision(String area, int benefitYear, boolean law) {}

    @Override
    public String source() {
        return "contribution";
    }

    @Override
    public Set<String> kinds() {
        return Stream.concat(
                        Stream.of(STANDARD, ACCEPTANCE, PaymentsSeen.KIND),
                        others.stream().map(ContributionNews::kind))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void apply(Change change) {
        others.stream().filter(news -> news.kind().equals(change.kind())).forEach(news -> news.take(change));
        if (change.kind().equals(ACCEPTANCE)) {
            acceptances.take(change.subject(), change.payload());
            lawChanged(change.payload().path("area").asText());
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
            jobs.submit(REDECIDE, new Redecision(standard.area(), standard.benefitYear(), false));
        }
    }

    /** Also when this service starts with a release of the law that it never had. */
    void lawChanged(@Observes NewRelease release) {
        lawChanged(release.area());
    }

    private void lawChanged(String area) {
        standards.years(area).forEach(year -> jobs.submit(REDECIDE, new Redecision(area, year, true)));
    }

    private static Optional<LocalDate> day(JsonNode payload, String field) {
        return payload.hasNonNull(field)
                ? Optional.of(LocalDate.parse(payload.path(field).asText()))
                : Optional.empty();
    }
}
