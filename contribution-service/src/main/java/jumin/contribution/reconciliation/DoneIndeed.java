package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;

/** 已办: whoever closes a difference with “done” is believed by the books, not by the word. What the tax bureau does is its own to say. */
@ApplicationScoped
class DoneIndeed {

    private static final String OWNED = "select 1 from payment where id = %s and person_id is not null";
    /** All that was too much, or it is on its way; what went back for another reason is not the rest. */
    private static final String GOES_BACK = """
            select 1 from payment_position p where p.id = %s and (p.reversed
                or p.refunded_fen > 0 and p.amount_fen - p.refunded_fen - p.allocated_fen <= 0
                or exists (select 1 from refund_line l join refund f on f.id = l.refund_id
                    where l.payment_id = p.id and f.state in ('REQUESTED', 'ORDERED', 'FAILED')))
            """;

    private static final String LEVIED = """
            select 1 from payment p join levy l on l.person_id = p.person_id and l.benefit_year = p.benefit_year
            where p.id = %s and l.superseded_by is null and l.state = 'ISSUED'
            """;
    private static final String ACCEPTED = "select 1 from payment_position where id = %s and (accepted or not early)";

    private final Sql database;

    DoneIndeed(Sql database) {
        this.database = database;
    }

    void require(DifferenceAction action, UUID paymentId) {
        var evidence = evidence(action);
        if (evidence.isEmpty() || paymentId != null && isThere(evidence, paymentId)) {
            return;
        }
        throw notDone(action);
    }

    /** The same of all that is open of a class in a run. */
    void requireAll(UUID run, DifferenceClass type, DifferenceAction action) {
        var evidence = evidence(action);
        if (evidence.isEmpty()) {
            return;
        }
        var missing = database.first(
                "select 1 from difference d where d.reconciliation_id = ? and d.class = ? and d.state = 'OPEN'"
                        + " and not exists (" + evidence.formatted("d.payment_id") + ") limit 1",
                row -> true,
                run,
                type.name());
        if (missing.isPresent()) {
            throw notDone(action);
        }
    }

    private boolean isThere(String evidence, UUID paymentId) {
        return database.first(evidence.formatted("?") + " limit 1", row -> true, paymentId)
                .isPresent();
    }

    private static ProblemException notDone(DifferenceAction action) {
        return new ProblemException(
                ContributionProblem.DIFFERENCE_NOT_DONE, "“" + action.title() + "”在账上还看不到；请先办理，或以“已查明，无需处理”说明。");
    }

    private static String evidence(DifferenceAction action) {
        return switch (action) {
            case ASSIGN_TO_PERSON -> OWNED;
            case RETURN_SURPLUS, RETURN_TO_PAYER -> GOES_BACK;
            case REGISTER_PERSON -> LEVIED;
            case ACCEPT_EARLY -> ACCEPTED;
            case COLLECT_REST, ACCEPT_LATE, TAX_RESENDS, TAX_CORRECTS, EXPLAINED -> "";
        };
    }
}
