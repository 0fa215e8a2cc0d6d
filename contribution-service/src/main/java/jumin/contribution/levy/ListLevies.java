package jumin.contribution.levy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.contribution.law.Words;
import jumin.contribution.place.DivisionRange;
import jumin.contribution.place.HousePosition;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Masked;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** 应缴核定清单: what is in force for the persons of a place, house by house; who is on hold, and why. */
@ApplicationScoped
public class ListLevies {

    private static final String FROM = """
             from levy l where l.benefit_year = ? and l.superseded_by is null and ? in ('', l.reason)
               and l.division_path >= ? and l.division_path < ?
            """;

    /** House by house; the levies of a person lie where the person does. */
    private static final String LINES = """
            select l.id, l.state, l.reason, l.person_id, p.person_no, p.name, p.id_masked, p.division_path, d.name,
                   l.individual_fen, l.subsidy_fen, l.due_fen, l.category, l.organ, l.issued_at,
                   p.house_number, p.household_id
            from insured_person p join levy l on l.person_id = p.person_id left join division d on d.path = p.division_path
            where l.benefit_year = ? and l.superseded_by is null and ? in ('', l.reason)%s
              and p.division_path >= ? and p.division_path < ?
              and (p.division_path, p.house_number, p.household_id, p.person_id) > (?, ?, ?, ?)
            order by p.division_path, p.house_number, p.household_id, p.person_id limit ?
            """;

    private final Sql database;
    private final Words words;
    private final Audit audit;

    ListLevies(Sql database, Words words, Audit audit) {
        this.database = database;
        this.words = words;
        this.audit = audit;
    }

    /** 状态. */
    public enum State {
        ISSUED,
        HELD,
        CANCELLED,
        ALL;

        /** Written out, so that the index of those who are asked for nothing can be used. */
        private String condition() {
            return this == ALL ? "" : " and l.state = '" + name() + "'";
        }
    }

    /** @param reason of the hold or the cancellation; empty for any */
    public record Wanted(int benefitYear, State state, String reason, DivisionRange division) {}

    @Transactional
    public LevyList run(Wanted wanted, String after, int limit) {
        var position = HousePosition.parse(after);
        var lines = database.list(
                LINES.formatted(wanted.state().condition()),
                row -> line(row, wanted),
                wanted.benefitYear(),
                wanted.reason(),
                wanted.division().from(),
                wanted.division().to(),
                position.divisionPath(),
                position.house(),
                position.household(),
                position.personId(),
                limit);
        audit.readAll(
                "levies",
                lines.stream()
                        .map(line -> new Audit.Subject(line.personId(), line.divisionPath()))
                        .toList());
        return new LevyList(
                lines,
                after.isEmpty() ? counts(wanted) : null,
                lines.size() < limit ? null : lines.getLast().position());
    }

    private List<LevyList.Count> counts(Wanted wanted) {
        return database.list(
                "select l.state, l.reason, count(*), coalesce(sum(l.due_fen), 0)" + FROM
                        + wanted.state().condition() + " group by l.state, l.reason order by 1, 2",
                ListLevies::count,
                wanted.benefitYear(),
                wanted.reason(),
                wanted.division().from(),
                wanted.division().to());
    }

    private static LevyList.Count count(ResultSet row) throws SQLException {
        var state = LevyTerms.State.valueOf(row.getString(1));
        return new LevyList.Count(
                state.name(),
                state.title(),
                row.getString(2),
                state.why(row.getString(2)),
                row.getLong(3),
                Money.ofFen(row.getLong(4)));
    }

    private LevyList.Line line(ResultSet row, Wanted wanted) throws SQLException {
        var state = LevyTerms.State.valueOf(row.getString(2));
        return new LevyList.Line(
                row.getObject(1, UUID.class),
                state.name(),
                state.title(),
                row.getString(3),
                state.why(row.getString(3)),
                row.getObject(4, UUID.class),
                row.getString(5),
                Masked.name(row.getString(6)),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(17),
                row.getString(16),
                Money.ofFen(row.getLong(10)),
                Money.ofFen(row.getLong(11)),
                Money.ofFen(row.getLong(12)),
                row.getString(13),
                words.category(wanted.division().area(), wanted.benefitYear(), row.getString(13)),
                row.getString(14),
                row.getObject(15, OffsetDateTime.class));
    }
}
