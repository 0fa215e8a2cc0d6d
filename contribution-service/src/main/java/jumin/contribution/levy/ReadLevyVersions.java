package jumin.contribution.levy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.insured.InsuredPersons;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 应缴的各个版本 of one person's year: what was asked, from when to when, and what stood at some moment. */
@ApplicationScoped
public class ReadLevyVersions {

    private static final String SQL = """
            select l.id, l.version, l.state, l.reason, l.individual_fen, l.subsidy_fen, l.due_fen, l.tier, l.category, l.payer,
                   l.articles::text, l.organ, l.issued_at, n.issued_at
            from levy l left join levy n on n.id = l.superseded_by
            where l.person_id = ? and l.benefit_year = ?
              and (?::timestamptz is null or l.issued_at < ? and (n.id is null or n.issued_at >= ?))
            order by l.seq desc
            """;

    private final Sql database;
    private final InsuredPersons persons;
    private final JsonColumn json;
    private final Audit audit;

    ReadLevyVersions(Sql database, InsuredPersons persons, JsonColumn json, Audit audit) {
        this.database = database;
        this.persons = persons;
        this.json = json;
        this.audit = audit;
    }

    /** One version. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LevyVersionView(
            UUID levyId,
            int version,
            String state,
            String stateText,
            String reason,
            @Schema(description = "暂缓或取消的原因") String reasonText,
            Money individualContribution,
            Money subsidyAmount,
            Money dueAmount,
            String tier,
            String category,
            String payer,
            List<String> articles,
            String taxOrgan,
            @Schema(description = "何时起如此告知") OffsetDateTime issuedAt,
            @Schema(description = "何时起被后一版本代替；现行的没有") OffsetDateTime replacedAt) {}

    /** The newest first. @param before what stood just before this moment; all versions where it is empty */
    @Transactional
    public List<LevyVersionView> run(UUID personId, int benefitYear, Optional<OffsetDateTime> before) {
        var person = persons.find(personId)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此人，或不在您的辖区。"));
        audit.read("levies", personId, person.divisionPath());
        return database.list(SQL, this::view, personId, benefitYear, before, before, before);
    }

    private LevyVersionView view(ResultSet row) throws SQLException {
        var state = LevyTerms.State.valueOf(row.getString(3));
        return new LevyVersionView(
                row.getObject(1, UUID.class),
                row.getInt(2),
                state.name(),
                state.title(),
                row.getString(4),
                state.why(row.getString(4)),
                Money.ofFen(row.getLong(5)),
                Money.ofFen(row.getLong(6)),
                Money.ofFen(row.getLong(7)),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                json.read(row.getString(11), new TypeReference<List<String>>() {}),
                row.getString(12),
                row.getObject(13, OffsetDateTime.class),
                row.getObject(14, OffsetDateTime.class));
    }
}
