package jumin.claims.coverage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import jumin.claims.insured.LateFact;
import jumin.claims.insured.PersonId;
import jumin.claims.law.Laws;
import jumin.platform.feed.Change;
import jumin.platform.feed.FeedSubscription;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** What this service keeps of contribution: published standards and everybody's cover. */
@ApplicationScoped
public class ContributionFeed implements FeedSubscription {

    private static final String STANDARD = """
            insert into yearly_standard (area, benefit_year, standard_id, individual_contribution_fen,
                                         per_capita_income_fen, decision_number, published_at, benefits)
            values (?, ?, ?, ?, ?, ?, ?::timestamptz, ?::jsonb)
            on conflict (area, benefit_year) do update set standard_id = excluded.standard_id,
                individual_contribution_fen = excluded.individual_contribution_fen,
                per_capita_income_fen = excluded.per_capita_income_fen, decision_number = excluded.decision_number,
                published_at = excluded.published_at, benefits = excluded.benefits
            """;

    private static final String COVERAGE = """
            insert into coverage (person_id, benefit_year, area, division_path, intervals, not_covered, computed_at,
                                  decision_id, law_release, continuous_years)
            values (?, ?, ?, coalesce((select division_path from insured_person where person_id = ?), '-'),
                    ?::jsonb, ?::jsonb, ?, ?, ?, ?)
            on conflict (person_id, benefit_year) do update set intervals = excluded.intervals,
                not_covered = excluded.not_covered, computed_at = excluded.computed_at,
                decision_id = excluded.decision_id, law_release = excluded.law_release,
                division_path = excluded.division_path, continuous_years = excluded.continuous_years
            """;

    private final Sql database;
    private final ObjectMapper json;
    private final Laws laws;
    private final Event<LateFact> lateFacts;

    ContributionFeed(Sql database, ObjectMapper json, Laws laws, Event<LateFact> lateFacts) {
        this.database = database;
        this.laws = laws;
        this.json = json;
        this.lateFacts = lateFacts;
    }

    @Override
    public String source() {
        return "contribution";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("standard", "coverage", "acceptance");
    }

    @Override
    public void apply(Change change) {
        switch (change.kind()) {
            case "standard" -> standard(change);
            case "coverage" -> coverage(change);
            case "acceptance" -> laws.accepted(change.subject(), change.payload());
            default -> {} // what another consumer needs
        }
    }

    private void standard(Change change) {
        var standard = change.payload();
        database.update(
                STANDARD,
                text(standard, "area"),
                standard.required("benefitYear").intValue(),
                text(standard, "standardId"),
                Money.yuan(text(standard, "individualContribution")).fen(),
                standard.hasNonNull("perCapitaIncome")
                        ? Money.yuan(text(standard, "perCapitaIncome")).fen()
                        : null,
                text(standard, "decisionNumber"),
                standard.path("publishedAt").asText(change.recordedAt().toString()),
                benefits(standard));
        lateFacts.fire(LateFact.ofStandard(
                text(standard, "area"), standard.required("benefitYear").intValue()));
    }

    private String benefits(JsonNode standard) {
        if (!standard.hasNonNull("benefits")) {
            return "[]";
        }
        try {
            json.treeToValue(standard.get("benefits"), BenefitParameter[].class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("benefits of the feed's standard are not readable", unreadable);
        }
        return standard.get("benefits").toString();
    }

    private void coverage(Change change) {
        var coverage = change.payload();
        var person = UUID.fromString(text(coverage, "personId"));
        refuseUnreadable(coverage.required("intervals"));
        database.update(
                COVERAGE,
                person,
                coverage.required("benefitYear").intValue(),
                text(coverage, "area"),
                person,
                coverage.required("intervals").toString(),
                coverage.hasNonNull("reasonNotCovered")
                        ? coverage.get("reasonNotCovered").toString()
                        : "{}",
                computedAt(coverage, change),
                coverage.path("decisionId").asText(""),
                coverage.path("lawRelease").asText(""),
                coverage.path("continuousYears").asInt(0));
        lateFacts.fire(LateFact.of(new PersonId(person)));
    }

    /** What could not be read later is refused now: the inbox parks it and raises the alarm. */
    private void refuseUnreadable(JsonNode intervals) {
        try {
            json.treeToValue(intervals, Cover.Interval[].class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("coverage intervals of the feed are not readable", unreadable);
        }
    }

    private static OffsetDateTime computedAt(JsonNode coverage, Change change) {
        return OffsetDateTime.parse(
                coverage.path("computedAt").asText(change.recordedAt().toString()));
    }

    private static String text(JsonNode payload, String field) {
        var value = payload.required(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("field " + field + " of the feed is not a text");
        }
        return value.textValue();
    }
}
