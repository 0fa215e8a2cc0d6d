package jumin.enrollment.subsidy;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.subsidy.SubsidyOutcome.State;
import jumin.enrollment.subsidy.SubsidyOutcome.SubsidyLine;
import jumin.platform.sql.Columns;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;

/** The stored decisions: one current per enrollment; a former one is superseded and stays as it was. */
@ApplicationScoped
public class SubsidyDecisions {

    private static final String CURRENT = """
            select enrollment_id, state, tier, amount_fen, person_amount_fen, payer, category, standard_id,
                   articles::text, held_reason, cured_by, facts, worksheet, law_release, decided_at, id
            from subsidy_decision where enrollment_id = any (?::uuid[]) and superseded_by is null
            """;
    private static final String SUPERSEDE = """
            update subsidy_decision set superseded_by = next.id
            from unnest(?::uuid[], ?::uuid[]) as next (id, enrollment)
            where enrollment_id = next.enrollment and superseded_by is null
            """;
    private static final String ADD = """
            insert into subsidy_decision (id, enrollment_id, person_id, area, division_path, school, benefit_year, state,
                tier, amount_fen, person_amount_fen, payer, category, standard_id, articles, held_reason, cured_by, facts,
                worksheet, law_release, decided_at)
            select added.*, ? from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::int[],
                ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::jsonb[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[]) as added
            """;

    private final Sql sql;
    private final JsonColumn json;
    private final Clock clock;

    SubsidyDecisions(Sql sql, JsonColumn json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** A stored decision. */
    public record Stored(UUID id, EnrollmentId enrollment, SubsidyOutcome outcome, OffsetDateTime decidedAt) {}

    public Map<EnrollmentId, Stored> current(Collection<EnrollmentId> enrollments) {
        var found = new HashMap<EnrollmentId, Stored>();
        sql.list(
                        CURRENT,
                        this::stored,
                        enrollments.stream().map(EnrollmentId::toString).toList())
                .forEach(stored -> found.put(stored.enrollment(), stored));
        return found;
    }

    /** Makes the outcomes the current decisions of their enrollments. */
    void replace(Map<Enrollment, SubsidyOutcome> outcomes) {
        var decided = decided(outcomes);
        var columns = Columns.of(decided)
                .with("uuid", Decided::id)
                .with("uuid", one -> one.enrollment().id().value());
        sql.update(SUPERSEDE, columns.values());
        store(decided);
    }

    /** The first decisions of these enrollments. */
    void add(Map<Enrollment, SubsidyOutcome> outcomes) {
        store(decided(outcomes));
    }

    private record Decided(UUID id, Enrollment enrollment, SubsidyOutcome outcome) {}

    private static List<Decided> decided(Map<Enrollment, SubsidyOutcome> outcomes) {
        return outcomes.entrySet().stream()
                .map(one -> new Decided(TimeOrderedId.next(), one.getKey(), one.getValue()))
                .toList();
    }

    private void store(List<Decided> decided) {
        if (decided.isEmpty()) {
            return;
        }
        var columns = Columns.of(decided)
                .with("uuid", Decided::id)
                .with("uuid", one -> one.enrollment().id().value())
                .with("uuid", one -> one.enrollment().person().value())
                .with("text", one -> one.enrollment().area())
                .with("text", one -> one.enrollment().divisionPath())
                .with("text", one -> one.enrollment().school())
                .with("int4", one -> one.enrollment().benefitYear())
                .with("text", one -> one.outcome().state())
                .with("text", one -> one.outcome().tier())
                .with("int8", one -> one.outcome().amount().map(Money::fen))
                .with("int8", one -> one.outcome().personAmount().map(Money::fen))
                .with("text", one -> one.outcome().payer().orElse(""))
                .with("text", one -> one.outcome().category().orElse(""))
                .with("text", one -> one.outcome().standardId().orElse(""))
                .with("jsonb", one -> json.write(one.outcome().lines()))
                .with("text", one -> one.outcome().heldReason())
                .with("text", one -> one.outcome().curedBy())
                .with("text", one -> one.outcome().facts())
                .with("text", one -> one.outcome().worksheet())
                .with("text", one -> one.outcome().lawRelease());
        sql.update(ADD, columns.after(OffsetDateTime.now(clock)));
    }

    private Stored stored(ResultSet row) throws SQLException {
        var outcome = new SubsidyOutcome(
                State.valueOf(row.getString(2)),
                row.getString(3),
                Optional.ofNullable(row.getObject(4, Long.class)).map(Money::ofFen),
                Optional.ofNullable(row.getObject(5, Long.class)).map(Money::ofFen),
                word(row.getString(6)),
                word(row.getString(7)),
                word(row.getString(8)),
                json.read(row.getString(9), new TypeReference<List<SubsidyLine>>() {}),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14));
        return new Stored(
                row.getObject(16, UUID.class),
                new EnrollmentId(row.getObject(1, UUID.class)),
                outcome,
                row.getObject(15, OffsetDateTime.class));
    }

    private static Optional<String> word(String text) {
        return Optional.of(text).filter(word -> !word.isEmpty());
    }
}
