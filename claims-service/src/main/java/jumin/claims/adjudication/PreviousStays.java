package jumin.claims.adjudication;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import jumin.claims.filing.Filing;
import jumin.claims.filing.FilingKind;
import jumin.claims.insured.PersonId;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import jumin.regulation.fact.Facts;

/** 前次住院: the stay that a referral continues, as it was settled; what its patient has borne counts for the next. */
@Singleton
class PreviousStays {

    /** Of the facts that are handed on. */
    static final String PREFIX = "previous_stay.";

    /** What the stays of a chain have borne, as the law counts it. */
    private static final String CHAIN = "chain_deductible";

    private static final String SETTLED = """
            select s.document from paid_care c join settlement s on s.id = c.settlement_id
            where c.person_id = any (?::uuid[]) and c.care_provider = ? and c.discharge = ? and c.stay
              and c.bill_key is distinct from ? and (c.interim or not ?)
            order by s.recorded_at desc limit 1
            """;

    private final Sql database;
    private final JsonColumn json;
    private final DecisionDocuments documents;

    PreviousStays(Sql database, JsonColumn json, DecisionDocuments documents) {
        this.database = database;
        this.json = json;
        this.documents = documents;
    }

    /** The stay that continues another one: whose, from when, and by what its bill is recognised. */
    record Stay(List<PersonId> records, LocalDate admission, Optional<String> key) {}

    /** Facts of the stay before; none without a referral, or while that stay is not settled. */
    Facts before(Stay stay, List<Filing> filings) {
        return filings.stream()
                .filter(one -> one.kind() == FilingKind.REFERRAL && one.holds(stay.admission()))
                .map(one -> one.details().referral())
                .reduce((earlier, later) -> later)
                .flatMap(referral -> ended(stay, referral.fromProvider(), referral.transferredOn()))
                .orElse(Facts.none());
    }

    /** The bill of a provider that ended on a day, but never the bill itself that continues it. */
    Optional<Facts> ended(Stay stay, String provider, LocalDate discharge) {
        return ended(stay, provider, discharge, false);
    }

    /** The same, of a bill before the discharge. */
    Optional<Facts> billedMidway(Stay stay, String provider, LocalDate last) {
        return ended(stay, provider, last, true);
    }

    private Optional<Facts> ended(Stay stay, String provider, LocalDate discharge, boolean midway) {
        return database.first(
                SETTLED,
                row -> facts(documents.read(row.getBytes(1)), discharge),
                new Sql.ArrayOf(
                        "uuid", stay.records().stream().map(PersonId::value).toList()),
                provider,
                discharge,
                stay.key(),
                midway);
    }

    private Facts facts(DecisionDocument document, LocalDate discharge) {
        var facts = json.tree(document.facts());
        var decision = json.tree(document.decision());
        return Facts.none()
                .with(PREFIX + "provider_level", facts.path("provider_level").asText())
                .with(PREFIX + "discharge_date", discharge)
                .with(PREFIX + "deductible_borne", borne(facts, decision))
                .with(PREFIX + "transfer", true);
    }

    /** As far as the chain goes back is the law's matter; of decisions before it counted that, what was handed on to them counts. */
    private static Money borne(JsonNode facts, JsonNode decision) {
        var counted = StreamSupport.stream(decision.path("increments").spliterator(), false)
                .filter(one -> one.path("name").asText().equals(CHAIN))
                .map(one -> money(one.path("value")))
                .reduce(Money::plus);
        return counted.orElseGet(() ->
                money(decision.at("/amounts/deductible")).plus(money(facts.at("/previous_stay/deductible_borne"))));
    }

    private static Money money(JsonNode amount) {
        return amount.isTextual() ? Money.yuan(amount.textValue()) : Money.ZERO;
    }
}
