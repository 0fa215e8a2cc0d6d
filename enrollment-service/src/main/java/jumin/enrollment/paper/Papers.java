package jumin.enrollment.paper;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.enrollment.EnrollmentProblem;
import jumin.platform.personal.PersonalData;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.platform.time.ServiceClock;

/** The papers that were handed out, sealed. */
@ApplicationScoped
public class Papers {

    private static final String ADD = """
            insert into paper (id, kind, area, division_path, subject, benefit_year, verification_code, masked, purpose,
                               name_masked, enrollment_id, content_sealed, issued_by, issuer, issued_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ONE = "select id, kind, benefit_year, verification_code, masked, purpose, issuer,"
            + " issued_at, prints, content_sealed, division_path, issued_by from paper where id = ?";
    private static final String LIST =
            "select id, kind, benefit_year, verification_code, masked, purpose, issuer, issued_at,"
                    + " prints from paper";
    private static final String VERIFY = """
            select paper.kind, paper.benefit_year, paper.name_masked, coalesce(division.name, ''), paper.issued_at,
                   (select state = 'ENROLLED' from enrollment where enrollment.id = paper.enrollment_id)
            from paper left join division on division.path = paper.division_path
            where verification_code = ?
            """;

    private final Sql sql;
    private final JsonColumn json;
    private final PersonalData personalData;

    Papers(Sql sql, JsonColumn json, PersonalData personalData) {
        this.sql = sql;
        this.json = json;
        this.personalData = personalData;
    }

    /** What a paper speaks of, and its words. @param enrollment of a proof */
    record Draft(
            String area, String divisionPath, String maskedName, Optional<UUID> enrollment, PaperContent content) {}

    /** A stored paper with its words. */
    record Stored(PaperView view, PaperContent content, String divisionPath, String issuedBy) {}

    void add(PaperView view, PaperSubmission submission, Draft draft, String login) {
        sql.update(
                ADD,
                view.paperId(),
                view.kind(),
                draft.area(),
                draft.divisionPath(),
                submission.subject(),
                view.benefitYear(),
                view.verificationCode(),
                view.masked(),
                view.purpose(),
                draft.maskedName(),
                draft.enrollment(),
                personalData.seal(json.write(draft.content())),
                login,
                view.issuer(),
                view.issuedAt());
    }

    Stored get(UUID id) {
        return sql.first(ONE, this::stored, id)
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.PAPER_UNKNOWN, "没有此单据，或不在您的辖区。"));
    }

    /** The latest first. */
    List<PaperView> page(PaperFilter filter, int page, int size) {
        return sql.list(
                LIST + filter.where() + " order by issued_at desc, id limit ? offset ?",
                Papers::view,
                Stream.concat(filter.values(), Stream.of(size, (page - 1) * size))
                        .toArray());
    }

    long count(PaperFilter filter) {
        return sql.count(
                "select count(*) from paper" + filter.where(), filter.values().toArray());
    }

    void printed(UUID id) {
        sql.update("update paper set prints = prints + 1 where id = ?", id);
    }

    Optional<PaperView.VerificationView> verify(String code) {
        return sql.first(
                VERIFY,
                row -> new PaperView.VerificationView(
                        true,
                        Optional.of(PaperKind.valueOf(row.getString(1)).title()),
                        Optional.of(row.getInt(2)),
                        Optional.of(row.getString(3)).filter(name -> !name.isEmpty()),
                        Optional.of(row.getString(4)),
                        Optional.of(day(row.getObject(5, OffsetDateTime.class))),
                        Optional.ofNullable(row.getObject(6, Boolean.class))),
                code);
    }

    private static LocalDate day(OffsetDateTime moment) {
        return moment.atZoneSameInstant(ServiceClock.ZONE).toLocalDate();
    }

    private static PaperView view(ResultSet row) throws SQLException {
        var kind = PaperKind.valueOf(row.getString(2));
        return new PaperView(
                row.getObject(1, UUID.class),
                kind,
                kind.title(),
                row.getInt(3),
                row.getString(4),
                row.getBoolean(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class),
                row.getInt(9));
    }

    private Stored stored(ResultSet row) throws SQLException {
        var content = json.read(personalData.open(row.getString(10)), new TypeReference<PaperContent>() {});
        return new Stored(view(row), content, row.getString(11), row.getString(12));
    }
}
