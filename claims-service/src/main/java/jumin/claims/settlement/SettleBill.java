package jumin.claims.settlement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.accumulation.PersonYears;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.adjudication.AssembleBill;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.adjudication.BillSubmission;
import jumin.claims.adjudication.KnownOfBill;
import jumin.claims.adjudication.ReadBill;
import jumin.claims.message.Intake;
import jumin.claims.message.Intakes;
import jumin.claims.provider.ProviderCode;
import jumin.claims.suspicion.SuspectCare;
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
@Singleton
public class SettleBill {

    private static final String BASE = "/api/claims/v1/settlements/";

    /** So often without a lock, and so often in all. */
    private static final int FREE_TRIES = 3;

    private static final int TRIES = 6;

    /** The same bill, paid under another message. */
    private static final Set<String> PAID = Set.of("one_payment_per_bill");

    /** The same message at the same moment, written by another first: its answer is there to be read. */
    private static final Set<String> TAKEN = Set.of("idempotency_pkey", "one_settlement_per_message");

    private final ReadBill read;
    private final AssembleBill assemble;
    private final CheckPaidCare check;
    private final SuspectCare suspicion;
    private final PersonYears years;
    private final WriteDecision write;
    private final Ledger ledger;
    private final Intakes intakes;
    private final SettlementViews views;
    private final Settlements settlements;
    private final Once once;
    private final Sql database;
    private final Event<SettledCare> settled;
    private final Audit audit;
    private final Failpoints failpoints;

    SettleBill(
            ReadBill read,
            AssembleBill assemble,
            CheckPaidCare check,
            SuspectCare suspicion,
            PersonYears years,
            WriteDecision write,
            Ledger ledger,
            Intakes intakes,
            SettlementViews views,
            Settlements settlements,
            Once once,
            Sql database,
            Event<SettledCare> settled,
            Audit audit,
            Failpoints failpoints) {
        this.read = read;
        this.assemble = assemble;
        this.check = check;
        this.suspicion = suspicion;
        this.years = years;
        this.write = write;
        this.ledger = ledger;
        this.intakes = intakes;
        this.views = views;
        this.settlements = settlements;
        this.once = once;
        this.database = database;
        this.settled = settled;
        this.audit = audit;
        this.failpoints = failpoints;
    }

    /** 预结算: nothing is stored but the trace that somebody looked. Needs the service's rights. */
    public SettlementView preSettle(BillSubmission submission, ProviderCode provider) {
        return database.alone(() -> {
            var known = read.run(submission, provider, Optional.empty());
            var bill = assemble.run(submission, provider, known);
            audit.read("pre-settlement", bill.person().id(), bill.person().divisionPath());
            var checked = check.run(bill);
            var decided = checked.bill().decide(whole(checked.bill(), known));
            var hints = suspicion.of(decided, checked.neighbours()).stream()
                    .map(HintView::of)
                    .toList();
            return views.trial(decided, hints);
        });
    }

    /** 结算: what a provider sends, under which message. */
    public record Request(BillSubmission bill, ProviderCode provider, Once.Message message, Intake intake) {}

    /** Needs the service's rights, and no transaction. */
    public Response settle(Request request) {
        var bill = request.bill();
        var locked = bill.encounter() != null || Boolean.TRUE.equals(bill.interim()) || crossesYears(bill);
        for (var tried = 1; tried <= TRIES; tried++) {
            try {
                var attempt = locked || tried > FREE_TRIES
                        ? settleLocked(request)
                        : database.alone(() -> settle(request, false));
                if (attempt.answer().isPresent()) {
                    return attempt.answer().get();
                }
                locked |= attempt.wantsTransaction();
            } catch (ProblemException refused) {
                return answeredMeanwhile(request, refused);
            } catch (Sql.DatabaseFailure failure) {
                if (failure.violates(PAID)) {
                    return answeredMeanwhile(request, whoWasFirst(request, failure));
                }
                if (!failure.violates(TAKEN) || tried == TRIES) {
                    throw failure;
                }
            }
        }
        throw new ProblemException(PlatformProblem.CONCURRENT_CHANGE, "此人同时有其他结算，请用原报文编号重发。未保存任何内容。");
    }

    private Attempt settleLocked(Request request) {
        intakes.store(request.intake());
        return QuarkusTransaction.requiringNew().call(() -> settle(request, true));
    }

    private static boolean crossesYears(BillSubmission bill) {
        return bill.admissionDate().getYear() != bill.dischargeDate().getYear();
    }

    /** What the same message has settled at the same moment is its answer, and not somebody else's payment. */
    private Response answeredMeanwhile(Request request, RuntimeException refused) {
        return database.alone(() -> once.find(request.message()).map(stored -> replay(request, stored)))
                .orElseThrow(() -> refused);
    }

    /** What was answered before; nothing is written, so nothing has taken the intake away. */
    private Response replay(Request request, Once.Stored stored) {
        var answer = once.replay(
                request.message(),
                stored,
                () -> withDocument(request.provider(), request.message().key()));
        intakes.answered(request.intake());
        return answer;
    }

    private Once.Kept withDocument(ProviderCode provider, String messageId) {
        return settlements
                .answer(provider.value(), messageId)
                .map(answer -> new Once.Kept(answer.body(), BASE + answer.settlement()))
                .orElseThrow();
    }

    /** The database has refused to pay a bill twice; the answer names the payment. */
    private RuntimeException whoWasFirst(Request request, Sql.DatabaseFailure failure) {
        try {
            return database.alone(() -> {
                var known = read.run(request.bill(), request.provider(), Optional.empty());
                check.run(assemble.run(request.bill(), request.provider(), known));
                return failure;
            });
        } catch (ProblemException named) {
            return named;
        }
    }

    /**
     * What came of a try.
     *
     * @param wantsTransaction there is more to write than the settlement, so all of it belongs in one
     */
    private record Attempt(Optional<Response> answer, boolean wantsTransaction) {

        static final Attempt MOVED_ON = new Attempt(Optional.empty(), false);
        static final Attempt WANTS_TRANSACTION = new Attempt(Optional.empty(), true);

        static Attempt answered(Response response) {
            return new Attempt(Optional.of(response), false);
        }
    }

    /** No answer when the year has moved on. Who is named by id number may be unknown by now: an answer given stands. A bill of an encounter has that locked as well, in the transaction. */
    private Attempt settle(Request request, boolean locked) {
        if (request.bill().person().known().isEmpty()) {
            var answered = once.find(request.message());
            if (answered.isPresent()) {
                return Attempt.answered(replay(request, answered.get()));
            }
        }
        var known = known(request, locked);
        return known.answered().isPresent()
                ? Attempt.answered(replay(request, known.answered().get()))
                : decide(request, known, locked);
    }

    private Attempt decide(Request request, KnownOfBill known, boolean locked) {
        var checked = check.stay(assemble.run(request.bill(), request.provider(), known), known.beside());
        var bill = checked.bill();
        if (!locked && touchesMore(bill, known)) {
            return Attempt.WANTS_TRANSACTION;
        }
        var decided = bill.decide(whole(bill, known));
        var suspects = suspicion.of(decided, checked.neighbours());
        if (!locked && !suspects.isEmpty()) {
            return Attempt.WANTS_TRANSACTION;
        }
        var prepared = write.prepare(
                decided, known.year(), source(request, bill), known.number().orElseThrow());
        var row = prepared.row();
        var answer = once.stored(request.message(), answer(views.settled(row, decided)));
        var trail = audit.change("settlement", row.id(), row.origin().divisionPath(), row.number());
        failpoints.reach("settlement-before-commit");
        if (!ledger.writeUnlessMovedOn(prepared.with(new Ledger.Receipt(request.message(), answer, trail)))) {
            return Attempt.MOVED_ON;
        }
        if (locked) {
            write.tell(row, decided);
            settled.fire(new SettledCare(row, suspects));
        }
        return Attempt.answered(once.response(answer).build());
    }

    /** Whether the decision rests on other ledgers too, or leaves more than itself behind: an advance, a stay to go on from, something to look into, a year that is over and counts in those after it. */
    private boolean touchesMore(AssembledBill bill, KnownOfBill known) {
        var ended = bill.bill();
        return !bill.person().merged().isEmpty()
                || !ended.openPoints().isEmpty()
                || bill.facts().facts().flag("third_party_advance")
                || bill.countsAfter(write.today())
                || known.filings().stream()
                        .anyMatch(one -> one.refersFrom(ended.providerCode(), ended.dischargeDate()));
    }

    /** The sums of the year, in all records of the person. */
    private YearToDate whole(AssembledBill bill, KnownOfBill known) {
        return bill.person().merged().isEmpty()
                ? known.year().sums()
                : years.read(bill.years()).whole();
    }

    /** A stay that began in another year locks that one first, so that two overlapping stays see each other. Under a lock everything is read again, so that it is of the moment of the lock. */
    private KnownOfBill known(Request request, boolean locked) {
        Supplier<KnownOfBill> reading =
                () -> read.run(request.bill(), request.provider(), Optional.of(request.intake()));
        var known = reading.get();
        if (!locked || known.answered().isPresent() || known.person().isEmpty()) {
            return known;
        }
        var person = known.person().get();
        var ends = request.bill().dischargeDate().getYear();
        Stream.of(request.bill().admissionDate().getYear(), ends).distinct().forEach(year -> {
            var ledgers = PersonYear.of(person.records(), year);
            years.lock(ledgers, person.divisionPath());
            ledgers.stream().filter(ledger -> ledger.benefitYear() != ends).forEach(years::moveOn);
        });
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
