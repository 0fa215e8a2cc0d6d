package jumin.claims.manual;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jumin.claims.insured.DivisionNames;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.law.Laws;
import jumin.claims.provider.CareProvider;
import jumin.claims.provider.CareProviders;
import jumin.paper.PdfPrinter;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Masked;
import jumin.regulation.law.Law;

/** Makes the notice of a refused manual claim, for screen and for paper; row-level security decides which. */
@ApplicationScoped
class MakeRefusalNotice {

    private final ReviewClaim claims;
    private final RefuseClaim refusals;
    private final InsuredPersons persons;
    private final CareProviders providers;
    private final DivisionNames divisions;
    private final Laws laws;
    private final Audit audit;
    private final Paper paper;

    MakeRefusalNotice(
            ReviewClaim claims,
            RefuseClaim refusals,
            InsuredPersons persons,
            CareProviders providers,
            DivisionNames divisions,
            Laws laws,
            Audit audit,
            Paper paper) {
        this.claims = claims;
        this.refusals = refusals;
        this.persons = persons;
        this.providers = providers;
        this.divisions = divisions;
        this.laws = laws;
        this.audit = audit;
        this.paper = paper;
    }

    /** 纸, and the day on which it is printed. */
    @ApplicationScoped
    static class Paper {

        private final Template page;
        private final PdfPrinter printer;
        private final Clock clock;

        Paper(@Location("claim-refusal.html") Template page, PdfPrinter printer, Clock clock) {
            this.page = page;
            this.printer = printer;
            this.clock = clock;
        }

        LocalDate today() {
            return day(clock.instant());
        }

        LocalDate day(Instant moment) {
            return LocalDate.ofInstant(moment, clock.getZone());
        }

        byte[] print(RefusalNoticeView notice) {
            return printer.print(page.data("notice", notice).render());
        }
    }

    @Transactional
    RefusalNoticeView view(UUID id) {
        var claim = claims.find(id);
        var refusal = refusals.inForce(claim);
        var person = persons.find(claim.whose().person());
        var path = claim.whose().divisionPath();
        audit.read("manual-claim-refusal", id, path);
        return new RefusalNoticeView(
                laws.on(claim.whose().area(), paper.today()).map(Law::name).orElse(""),
                id,
                claim.number(),
                person.map(InsuredPerson::name).map(Masked::name).orElse(""),
                person.map(InsuredPerson::idMasked).orElse(""),
                providers
                        .on(claim.careProvider(), claim.bill().admissionDate())
                        .map(CareProvider::name)
                        .orElse(claim.careProvider().value()),
                claim.bill().admissionDate(),
                claim.bill().dischargeDate(),
                claim.bill().totalAmount(),
                refusal.document().ground().title(),
                refusal.document(),
                refusal.opinion(),
                divisions.at(path, DivisionNames.COUNTY),
                divisions.at(path, DivisionNames.TOWNSHIP),
                refusal.refusedBy(),
                paper.day(refusal.refusedAt().toInstant()),
                paper.today());
    }

    /** Outside a transaction: printing needs no connection. */
    byte[] pdf(RefusalNoticeView notice) {
        return paper.print(notice);
    }
}
