package jumin.claims.settlement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.accumulation.PersonYears;
import jumin.claims.adjudication.AssembleBill;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.adjudication.BillSubmission;
import jumin.claims.adjudication.KnownOfBill;
import jumin.claims.adjudication.ReadBill;
import jumin.claims.provider.ProviderCode;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;
import jumin.platform.idempotency.Once;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;

/**
 * 预结算与结算: one reading, one decision, and for a settlement one writing.
 * What was read may be out of date when it is written: the writing then does nothing and all begins anew, after a few times
 * behind a lock on the person's year. So two decisions never rest on the same sums.
 */
@ApplicationScoped
public class SettleBill {

    private static final String BASE = "/api/claims/v1/settlements/";

    /** So often without a lock, and so often in all. */
    private static final int FREE_TRIES = 3;

    private static final int TRIES = 6;

    /** The same message at the same moment, written by another first: its answer is there to be read. */
    private static final Set<String> TAKEN = Set.of("idempotency_pkey", "one_settlement_per_message");

    private final ReadBill read;
    private final AssembleBill assemble;
    private final PersonYears years;
    private final WriteDecision write;
    private final Ledger ledger;
    private final SettlementViews views;
    private final Once once;
    private final Sql database;
    private final Audit audit;
    private final Failpoints failpoints;

    SettleBill(
            ReadBill read,
            AssembleBill assemble,
            PersonYears years,
            WriteDecision write,
            Ledger ledger,
            SettlementViews views,
            Once once,
            Sql database,
            Audit audit,
            Failpoints failpoints) {
        this.read = read;
        this.assemble = assemble;
        this.years = years;
        this.write = write;
        this.ledger = ledger;
        this.views = views;
        this.once = once;
        this.database = database;
        this.audit = audit;
        this.failpoints = failpoints;
    }

    /** 预结算: nothing is stored but the trace that somebody looked. Needs the service's rights. */
    public SettlementView preSettle(BillSubmission submission, ProviderCode provider) {
        return database.alone(() -> {
            var known = read.run(submission, provider, Optional.empty());
            var bill = assemble.run(submission, provider, known);
            audit.read("pre-settlement", bill.person().id(), bill.person().divisionPath());
            return views.trial(bill.decide(known.year().sums()));
        });
    }

    /** 结算: what a provider sends, under which message. */
    public record Request(BillSubmission bill, ProviderCode provider, Once.Message message) {}

    /** Needs the service's rights, and no transaction. */
    public Response settle(Request request) {
        for (var tried = 1; tried <= TRIES; tried++) {
            var locked = tried > FREE_TRIES || request.bill().encounter() != null;
            try {
                var answer = locked
                        ? QuarkusTransaction.requiringNew().call(() -> settle(request, true))
                        : database.alone(() -> settle(request, false));
                if (answer.isPresent()) {
                    return answer.get();
                }
            } catch (Sql.DatabaseFailure failure) {
                if (!failure.violates(TAKEN) || tried == TRIES) {
                    throw failure;
                }
            }
        }
        throw new ProblemException(PlatformProblem.CONCURRENT_CHANGE, "此人同时有其他结算，请用原报文编号重发。未保存任何内容。");
    }

    /** Empty when the year has moved on. Who is named by id number may be unknown by now: an answer given stands. A bill of an encounter has that locked as well, in the transaction. */
    private Optional<Response> settle(Request request, boolean locked) {
        var message = request.message();
        if (request.bill().person().known().isEmpty()) {
            var answered = once.find(message);
            if (answered.isPresent()) {
                return answered.map(stored -> once.replay(message, stored));
            }
        }
        var known = known(request, locked);
        return known.answered().isPresent()
                ? known.answered().map(stored -> once.replay(message, stored))
                : decide(request, known);
    }

    private Optional<Response> decide(Request request, KnownOfBill known) {
        var bill = assemble.run(request.bill(), request.provider(), known);
        var decided = bill.decide(known.year().sums());
        var prepared = write.prepare(
                decided, known.year(), source(request, bill), known.number().orElseThrow());
        var row = prepared.row();
        var answer = once.stored(request.message(), answer(views.settled(row, decided)));
        var trail = audit.change("settlement", row.id(), row.origin().divisionPath(), row.number());
        failpoints.reach("settlement-before-commit");
        return ledger.writeUnlessMovedOn(prepared.with(new Ledger.Receipt(request.message(), answer, trail)))
                ? Optional.of(once.response(answer).build())
                : Optional.empty();
    }

    /** Under a lock everything is read again, so that it is of the moment of the lock. */
    private KnownOfBill known(Request request, boolean locked) {
        Supplier<KnownOfBill> reading =
                () -> read.run(request.bill(), request.provider(), Optional.of(request.message()));
        var known = reading.get();
        if (!locked || known.answered().isPresent() || known.person().isEmpty()) {
            return known;
        }
        var person = known.person().get();
        var year = new PersonYear(person.id(), request.bill().dischargeDate().getYear());
        years.lock(year, person.divisionPath());
        return reading.get();
    }

    private static WriteDecision.Source source(Request request, AssembledBill bill) {
        var provider = request.provider().value();
        return new WriteDecision.Source(
                provider,
                request.message().key(),
                Optional.empty(),
                (payers, paid) -> paid ? Posting.of(payers, bill, provider) : List.of());
    }

    private static Once.Answer answer(SettlementView view) {
        var status = view.outcome() == SettlementRow.Outcome.PAID ? 201 : 200;
        return new Once.Answer(status, view, BASE + view.settlementId());
    }
}
