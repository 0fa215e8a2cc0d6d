package jumin.claims.manual;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jumin.claims.insured.DivisionNames;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.law.Laws;
import jumin.claims.payout.PayeeRelation;
import jumin.claims.provider.CareProvider;
import jumin.claims.provider.CareProviders;
import jumin.paper.PdfPrinter;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Masked;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.law.Law;

/** Makes the receipt of a manual claim as the claim stands today, for screen and for paper; row-level security decides which. */
@ApplicationScoped
class MakeReceipt {

    private static final Map<PayeeRelation, String> RELATIONS = Map.of(
            PayeeRelation.SELF, "本人",
            PayeeRelation.GUARDIAN, "监护人",
            PayeeRelation.PROXY, "受托人",
            PayeeRelation.HEIR, "继承人");

    private static final Set<ManualState> TELL_WHY =
            EnumSet.of(ManualState.RETURNED, ManualState.WITHDRAWN, ManualState.REFUSED);

    private final ManualClaims claims;
    private final Checklist checklist;
    private final InsuredPersons persons;
    private final CareProviders providers;
    private final DivisionNames divisions;
    private final Laws laws;
    private final Paper paper;

    MakeReceipt(
            ManualClaims claims,
            Checklist checklist,
            InsuredPersons persons,
            CareProviders providers,
            DivisionNames divisions,
            Laws laws,
            Paper paper) {
        this.claims = claims;
        this.checklist = checklist;
        this.persons = persons;
        this.providers = providers;
        this.divisions = divisions;
        this.laws = laws;
        this.paper = paper;
    }

    /** 纸: who prints it and when, and the trail that says so. */
    @ApplicationScoped
    static class Paper {

        private final Template page;
        private final PdfPrinter printer;
        private final CurrentCaller caller;
        private final Audit audit;
        private final Clock clock;

        Paper(
                @Location("claim-receipt.html") Template page,
                PdfPrinter printer,
                CurrentCaller caller,
                Audit audit,
                Clock clock) {
            this.page = page;
            this.printer = printer;
            this.caller = caller;
            this.audit = audit;
            this.clock = clock;
        }

        LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), clock.getZone());
        }

        String reader(ManualClaim claim) {
            audit.read("manual-claim-receipt", claim.id(), claim.whose().divisionPath());
            return caller.get().id();
        }

        byte[] print(ClaimReceiptView receipt) {
            return printer.print(page.data("receipt", receipt).render());
        }
    }

    @Transactional
    ClaimReceiptView view(UUID id) {
        var claim = claims.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此申请，或不在您的数据范围。"));
        var asked = asked(claim);
        return new ClaimReceiptView(
                "城乡居民医保零星报销受理单",
                laws.on(claim.whose().area(), paper.today()).map(Law::name).orElse(""),
                claim.id(),
                claim.number(),
                claim.state(),
                claim.state().title(),
                Optional.of(claim.reason())
                        .filter(why -> TELL_WHY.contains(claim.state()))
                        .orElse(null),
                applicant(claim),
                care(claim),
                asked,
                others(claim, asked),
                deadline(claim),
                office(claim),
                claim.timeliness().takenOn(),
                claim.hands().takenBy(),
                paper.today(),
                paper.reader(claim));
    }

    /** Outside a transaction: printing needs no connection. */
    byte[] pdf(ClaimReceiptView receipt) {
        return paper.print(receipt);
    }

    private List<ClaimReceiptView.Asked> asked(ManualClaim claim) {
        return checklist.asked(claim).stream()
                .map(one -> new ClaimReceiptView.Asked(
                        one.code(),
                        one.title(),
                        one.article(),
                        claim.documents().contains(one.code())))
                .toList();
    }

    private List<String> others(ManualClaim claim, List<ClaimReceiptView.Asked> asked) {
        return claim.documents().stream()
                .filter(word -> asked.stream().noneMatch(one -> one.code().equals(word)))
                .map(word -> checklist.title(claim.whose().area(), word))
                .toList();
    }

    private ClaimReceiptView.Applicant applicant(ManualClaim claim) {
        var person = persons.find(claim.whose().person());
        return new ClaimReceiptView.Applicant(
                person.map(InsuredPerson::name).map(Masked::name).orElse(""),
                person.map(InsuredPerson::idMasked).orElse(""),
                Masked.name(claim.payee().name()),
                claim.relation(),
                RELATIONS.get(claim.relation()),
                claim.payee().bank(),
                claim.payee().lastFour());
    }

    private ClaimReceiptView.Care care(ManualClaim claim) {
        var bill = claim.bill();
        return new ClaimReceiptView.Care(
                claim.careProvider().value(),
                providers
                        .on(claim.careProvider(), bill.admissionDate())
                        .map(CareProvider::name)
                        .orElse(null),
                bill.admissionDate(),
                bill.dischargeDate(),
                bill.totalAmount(),
                bill.items().size(),
                claim.hadOperation());
    }

    private ClaimReceiptView.Deadline deadline(ManualClaim claim) {
        var timeliness = claim.timeliness();
        var found = checklist.deadline(claim.whose().area(), claim.bill().dischargeDate(), timeliness.takenOn());
        return new ClaimReceiptView.Deadline(
                found.flatMap(one -> one.last()).orElse(null),
                found.map(one -> one.citation().article()).orElse(null),
                timeliness.late(),
                timeliness.approvedBy().orElse(null));
    }

    private ClaimReceiptView.Office office(ManualClaim claim) {
        return new ClaimReceiptView.Office(
                divisions.at(claim.whose().divisionPath(), DivisionNames.TOWNSHIP),
                divisions.at(claim.whose().divisionPath(), DivisionNames.COUNTY));
    }
}
