package jumin.claims.adjudication;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.claims.filing.Filing;
import jumin.claims.filing.FilingKind;
import jumin.claims.insured.PersonId;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import jumin.regulation.fact.Facts;

/** 前次住院: the stay that a referral continues, as it was settled; what its patient has borne counts for the next. */
@ApplicationScoped
class PreviousStays {

    private static final String SETTLED = """
            select s.document from paid_care c join settlement s on s.id = c.settlement_id
            where c.person_id = any (?::uuid[]) and c.care_provider = ? and c.discharge = ?
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

    /** Facts of the stay before; none without a referral, or while that stay is not settled. */
    Facts before(List<PersonId> records, LocalDate admission, List<Filing> filings) {
        return filings.stream()
                .filter(one -> one.kind() == FilingKind.REFERRAL && one.holds(admission))
                .map(one -> one.details().referral())
                .reduce((earlier, later) -> later)
                .flatMap(referral -> stay(records, referral.fromProvider(), referral.transferredOn()))
                .orElse(Facts.none());
    }

    Optional<Facts> stay(List<PersonId> records, String provider, LocalDate discharge) {
        return database.first(
                SETTLED,
                row -> facts(documents.read(row.getBytes(1)), discharge),
                new Sql.ArrayOf("uuid", records.stream().map(PersonId::value).toList()),
                provider,
                discharge);
    }

    private Facts facts(DecisionDocument document, LocalDate discharge) {
        var facts = json.tree(document.facts());
        var decision = json.tree(document.decision());
        var borne = money(decision.at("/amounts/deductible")).plus(money(facts.at("/previous_stay/deductible_borne")));
        return Facts.none()
                .with(
                        "previous_stay.provider_level",
                        facts.path("provider_level").asText())
                .with("previous_stay.discharge_date", discharge)
                .with("previous_stay.deductible_borne", borne)
                .with("previous_stay.transfer", true);
    }

    private static Money money(JsonNode amount) {
        return amount.isTextual() ? Money.yuan(amount.textValue()) : Money.ZERO;
    }
}
