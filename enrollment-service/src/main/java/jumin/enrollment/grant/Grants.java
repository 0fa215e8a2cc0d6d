package jumin.enrollment.grant;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** The stored grants. */
@ApplicationScoped
public class Grants {

    private static final String COLUMNS =
            "select id, division_code, benefit_year, category, amount_fen, decision_number,"
                    + " state, proposed_by, recorded_at, ending_document, ending_proposed_by from subsidy_grant ";

    private final Sql sql;
    private final Clock clock;

    Grants(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Those in force in an area and year, the narrower division first. */
    public List<Grant> inForce(String area, int benefitYear) {
        return sql.list("""
                select division.path, category, amount_fen from subsidy_grant
                join division on division.code = division_code
                where area = ? and benefit_year = ? and state = 'IN_FORCE' order by length(division.path) desc, category
                """, row -> new Grant(row.getString(1), row.getString(2), amount(row, 3)), area, benefitYear);
    }

    void add(GrantView grant, String area) {
        sql.update(
                "insert into subsidy_grant (id, area, division_code, benefit_year, category, amount_fen, decision_number,"
                        + " proposed_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                grant.grantId(),
                area,
                grant.divisionCode(),
                grant.benefitYear(),
                grant.category(),
                grant.amount().map(Money::fen),
                grant.decisionNumber(),
                grant.proposedBy(),
                grant.recordedAt());
    }

    Optional<GrantView> lock(UUID id) {
        return sql.first(COLUMNS + "where id = ? for update", this::view, id);
    }

    List<GrantView> ofYear(int benefitYear) {
        return sql.list(
                COLUMNS + "where benefit_year = ? order by division_code, category, recorded_at",
                this::view,
                benefitYear);
    }

    /** One grant of a division, year and category is in force at a time. */
    void decide(GrantView grant, GrantView.State state, String by) {
        if (state == GrantView.State.IN_FORCE) {
            sql.update(
                    "update subsidy_grant set state = 'SUPERSEDED'"
                            + " where division_code = ? and benefit_year = ? and category = ? and state = 'IN_FORCE'",
                    grant.divisionCode(),
                    grant.benefitYear(),
                    grant.category());
        }
        sql.update(
                "update subsidy_grant set state = ?, decided_by = ?, decided_at = ? where id = ?",
                state,
                by,
                OffsetDateTime.now(clock),
                grant.grantId());
    }

    private GrantView view(ResultSet row) throws SQLException {
        var amount = amount(row, 5);
        return new GrantView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                amount.isEmpty(),
                amount,
                row.getString(6),
                GrantView.State.valueOf(row.getString(7)),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class),
                text(row.getString(10)),
                text(row.getString(11)));
    }

    void withdraw(UUID id) {
        sql.update("update subsidy_grant set state = 'WITHDRAWN' where id = ?", id);
    }

    /** Empty texts take the proposal back. */
    void proposeEnd(UUID id, String document, String by) {
        sql.update(
                "update subsidy_grant set ending_document = ?, ending_proposed_by = ? where id = ?", document, by, id);
    }

    void end(UUID id, String by) {
        sql.update(
                "update subsidy_grant set state = 'ENDED', ended_by = ?, ended_at = ? where id = ?",
                by,
                OffsetDateTime.now(clock),
                id);
    }

    private static Optional<String> text(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }

    private static Optional<Money> amount(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Money::ofFen);
    }
}
