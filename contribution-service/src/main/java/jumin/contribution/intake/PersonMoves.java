package jumin.contribution.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jumin.contribution.insured.InsuredPerson;
import jumin.platform.sql.Sql;

/**
 * All rows of a person lie where the person lies: who is responsible for the person must see the whole history.
 * What hangs on the payments alone is brought along by {@link jumin.contribution.money.PaymentPositions#bringAlong}.
 */
@ApplicationScoped
class PersonMoves {

    private static final List<String> TABLES = List.of(
            "enrollment",
            "person_year",
            "levy",
            "payment",
            "posting",
            "coverage_decision",
            "refund",
            "difference",
            "visit",
            "elsewhere_aid",
            "elsewhere_aid_receipt",
            "elsewhere_aid_receipt_reversal",
            "history_statement");
    private static final String INTERVALS = """
            update coverage_interval i set division_path = ? from coverage_decision d
            where d.id = i.decision_id and d.person_id = ? and i.division_path <> ?
            """;
    private static final String REFUND_LINES = """
            update refund_line l set division_path = ? from refund r
            where r.id = l.refund_id and r.person_id = ? and l.division_path <> ?
            """;

    private static final String ACCEPTANCES = """
            update payment_acceptance a set division_path = ? from payment p
            where p.id = a.payment_id and p.person_id = ? and a.division_path <> ?
            """;

    private static final String REFUND_PAPERS = """
            update refund_document l set division_path = ? from refund r
            where r.id = l.refund_id and r.person_id = ? and l.division_path <> ?
            """;

    private static final String REFUND_PAYEES = """
            update refund_payee l set division_path = ? from refund r
            where r.id = l.refund_id and r.person_id = ? and l.division_path <> ?
            """;

    private static final String REFUND_BOUNCES = """
            update refund_bounce l set division_path = ? from refund r
            where r.id = l.refund_id and r.person_id = ? and l.division_path <> ?
            """;

    private final Sql database;

    PersonMoves(Sql database) {
        this.database = database;
    }

    void follow(InsuredPerson person) {
        var path = person.divisionPath();
        for (var table : TABLES) {
            database.update(
                    "update " + table + " set division_path = ? where person_id = ? and division_path <> ?",
                    path,
                    person.personId(),
                    path);
        }
        database.update(INTERVALS, path, person.personId(), path);
        database.update(ACCEPTANCES, path, person.personId(), path);
        database.update(REFUND_PAPERS, path, person.personId(), path);
        database.update(REFUND_PAYEES, path, person.personId(), path);
        database.update(REFUND_BOUNCES, path, person.personId(), path);
        database.update(REFUND_LINES, path, person.personId(), path);
    }
}
