package jumin.enrollment.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.IdType;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.Sex;
import jumin.platform.personal.Masked;
import jumin.platform.personal.PersonalData;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;

/** 单据上的人: as the row of a paper; id numbers are opened only where that was asked for and allowed. */
@ApplicationScoped
public class PrintedPersons {

    private static final String LINES = """
            select person.name, person.id_type, person.id_sealed, person.id_masked, person.person_no, person.sex,
                   person.birth_date, person.area, person.division_path, household.house_number, household.address,
                   member.relation, enrollment.type, enrollment.registered_on, enrollment.state, enrollment.benefit_year,
                   person.id
            from person
            left join household on household.id = person.household_id
            left join household_member member on member.person_id = person.id and member.household_id = household.id
                 and member.superseded_by is null and member.valid_to is null
            """;

    /** A 户 is printed as a whole; a school's or a home's collective one is no family. */
    private static final int MOST_OF_A_HOUSEHOLD = 100;

    private final Sql sql;
    private final PersonalData personalData;

    PrintedPersons(Sql sql, PersonalData personalData) {
        this.sql = sql;
        this.personalData = personalData;
    }

    /** So many, after so many. */
    record Piece(int most, int before) {}

    /** One row. Texts are empty where there is nothing to say. */
    record Line(
            PersonId person,
            String name,
            String maskedName,
            String idType,
            String idNumber,
            String personNo,
            String sex,
            LocalDate birthDate,
            String area,
            String divisionPath,
            String houseNumber,
            String address,
            String relation,
            String type,
            LocalDate registeredOn,
            String state,
            int benefitYear) {

        String registered() {
            return benefitYear == 0 ? "" : registeredOn.toString();
        }
    }

    List<Line> ofEnrollment(UUID enrollment, boolean open) {
        return sql.list(
                LINES + "join enrollment on enrollment.person_id = person.id where enrollment.id = ?",
                row -> line(row, open),
                enrollment);
    }

    /** @throws ProblemException when more people live there than a paper for one family holds */
    List<Line> ofHousehold(UUID household, int benefitYear, boolean open) {
        var people = sql.count("select count(*) from person where household_id = ? and status = 'ACTIVE'", household);
        if (people > MOST_OF_A_HOUSEHOLD) {
            throw new ProblemException(
                    EnrollmentProblem.PAPER_TOO_LONG,
                    "该户有" + people + "人，超过" + MOST_OF_A_HOUSEHOLD + "人的（集体户）请逐人开具参保凭证。");
        }
        return sql.list(LINES + """
                left join enrollment on enrollment.person_id = person.id and enrollment.benefit_year = ?
                     and enrollment.state = 'ENROLLED'
                where person.household_id = ? and person.status = 'ACTIVE'
                order by member.relation <> 'HEAD', person.birth_date
                """, row -> line(row, open), benefitYear, household);
    }

    List<Line> ofVillage(String path, int benefitYear, boolean open, Piece piece) {
        return sql.list(LINES + """
                join enrollment on enrollment.person_id = person.id
                where enrollment.benefit_year = ? and enrollment.state = 'ENROLLED'
                  and enrollment.division_path >= ? and enrollment.division_path < ? || '~'
                order by household.house_number, member.relation <> 'HEAD', person.birth_date, person.id limit ? offset ?
                """, row -> line(row, open), benefitYear, path, path, piece.most(), piece.before());
    }

    /** Who is registered and not enrolled for the year, house by house. */
    List<Line> ofUnenrolled(String path, int benefitYear, boolean open, Piece piece) {
        return sql.list(LINES + """
                left join enrollment on enrollment.person_id = person.id and enrollment.benefit_year = ?
                     and enrollment.state = 'ENROLLED'
                where person.status = 'ACTIVE' and person.division_path >= ? and person.division_path < ? || '~'
                  and enrollment.id is null
                order by household.house_number, member.relation <> 'HEAD', person.birth_date, person.id limit ? offset ?
                """, row -> line(row, open), benefitYear, path, path, piece.most(), piece.before());
    }

    private Line line(ResultSet row, boolean open) throws SQLException {
        var name = row.getString(1);
        var masked = Masked.name(name);
        return new Line(
                new PersonId(row.getObject(17, UUID.class)),
                open ? name : masked,
                masked,
                IdType.valueOf(row.getString(2)).chinese(),
                open ? personalData.open(row.getString(3)) : row.getString(4),
                row.getString(5),
                Sex.valueOf(row.getString(6)).chinese(),
                row.getObject(7, LocalDate.class),
                row.getString(8),
                row.getString(9),
                text(row, 10),
                text(row, 11),
                Optional.ofNullable(row.getString(12))
                        .map(word -> Relation.valueOf(word).chinese())
                        .orElse(""),
                Optional.ofNullable(row.getString(13))
                        .map(word -> EnrollmentType.valueOf(word).chinese())
                        .orElse(""),
                Optional.ofNullable(row.getObject(14, LocalDate.class)).orElse(LocalDate.EPOCH),
                state(text(row, 15)),
                row.getInt(16));
    }

    private static String state(String word) {
        return switch (word) {
            case "ENROLLED" -> "有效";
            case "CANCELLED" -> "已撤销";
            case "TERMINATED" -> "已终止";
            default -> "未参保";
        };
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
