package jumin.claims.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import jumin.claims.ClaimsProblem;
import jumin.claims.entitlement.FindPerson;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.insured.LateFact;
import jumin.claims.law.Laws;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Caller;
import jumin.platform.scope.Roles;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;

/** 办理备案、认定、申报: by the agency for persons of its division, by a hospital for its patients. */
@ApplicationScoped
public class FileForPerson {

    private static final String AGENCY = "-";

    /** A mistyped year is refused; the years of this system begin with it. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final int YEARS_AHEAD = 1;

    private final FindPerson persons;
    private final Filings filings;
    private final Laws laws;
    private final PurchasePlaces purchases;
    private final Event<LateFact> lateFacts;
    private final Audit audit;
    private final Clock clock;

    FileForPerson(
            FindPerson persons,
            Filings filings,
            Laws laws,
            PurchasePlaces purchases,
            Event<LateFact> lateFacts,
            Audit audit,
            Clock clock) {
        this.purchases = purchases;
        this.persons = persons;
        this.filings = filings;
        this.laws = laws;
        this.lateFacts = lateFacts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Needs the service's rights; runs in the transaction of the idempotency key. */
    @Transactional(Transactional.TxType.MANDATORY)
    public FilingView run(FilingSubmission submission, Caller caller) {
        var person = persons.run(submission.person(), "");
        mayFile(person, submission.details().kind(), caller);
        refuseImpossibleDays(submission);
        refuseUnknownWords(submission, person);
        purchases.check(submission);
        var filing = filing(submission, person, caller);
        refuseRepeated(filing);
        if (!filings.insert(filing)) {
            refuseRepeated(filing);
            throw new ProblemException(PlatformProblem.CONCURRENT_CHANGE, "同样的备案刚由另一次提交办理，请刷新后查看。");
        }
        audit.changed(
                "filing", filing.id(), person.divisionPath(), filing.kind().name());
        if (filing.state() == FilingState.EFFECTIVE) {
            lateFacts.fire(LateFact.of(person.id()));
        }
        return FilingView.of(filing);
    }

    /** Names the one that is there, also where it was filed at the same moment. */
    private void refuseRepeated(Filing filing) {
        filings.repeatedBy(filing, Set.of(FilingState.PENDING, FilingState.EFFECTIVE))
                .ifPresent(one -> {
                    throw new ProblemException(
                            ClaimsProblem.FILING_EXISTS,
                            "同样的备案 " + one.id() + "（" + one.state().title() + "）自同日起已经有了，不必再办。");
                });
    }

    private static void mayFile(InsuredPerson person, FilingKind kind, Caller caller) {
        if (caller.has(Roles.HOSPITAL)
                ? kind == FilingKind.OFF_AREA
                        || kind == FilingKind.SIGN_UP
                        || kind.needsApproval() && kind != FilingKind.TRAUMA
                : !caller.scope().division().contains(person.divisionPath())) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "医院可办理外检外购备案、外伤申报和转诊；其他由参保地经办机构为本辖区的人办理。");
        }
    }

    private void refuseImpossibleDays(FilingSubmission submission) {
        var from = submission.validFrom();
        if (from.isBefore(EARLIEST) || from.isAfter(today().plusYears(YEARS_AHEAD))) {
            throw ProblemException.field(
                    ClaimsProblem.FILING_VALUE_UNKNOWN,
                    "/validFrom",
                    "有效期起须在 " + EARLIEST + " 至 " + today().plusYears(YEARS_AHEAD) + " 之间",
                    "请核对年份");
        }
        if (submission.validTo() != null && submission.validTo().isBefore(from)) {
            throw ProblemException.field(ClaimsProblem.FILING_VALUE_UNKNOWN, "/validTo", "有效期止早于有效期起 " + from, "请核对日期");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private void refuseUnknownWords(FilingSubmission submission, InsuredPerson person) {
        var law = laws.on(person.area(), submission.validFrom())
                .orElseThrow(
                        () -> new ProblemException(ClaimsProblem.LAW_NOT_LOADED, "没有统筹区 " + person.area() + " 的法规数据。"));
        if (submission.details().caseFacts() != null) {
            new StatedFacts(law).ofAgency(submission.details().caseFacts().facts());
        }
        try {
            FactsJson.read(
                    FactsJson.canonical(FilingWords.of(submission.details())),
                    Vocabulary.of(law).facts("settlement"));
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.field(
                    ClaimsProblem.FILING_VALUE_UNKNOWN, "/details", unknown.getMessage(), "请用本统筹区法规的用语");
        }
    }

    private Filing filing(FilingSubmission submission, InsuredPerson person, Caller caller) {
        var kind = submission.details().kind();
        return new Filing(
                TimeOrderedId.next(),
                kind,
                person.id(),
                person.area(),
                person.divisionPath(),
                caller.has(Roles.HOSPITAL) ? caller.scope().provider().from() : AGENCY,
                kind.needsApproval() ? FilingState.PENDING : FilingState.EFFECTIVE,
                submission.validFrom(),
                Optional.ofNullable(submission.validTo()),
                today(),
                submission.details(),
                caller.id(),
                Optional.empty(),
                Optional.empty());
    }
}
