package jumin.claims.account;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.Payers;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.Settlements;
import jumin.paper.PdfPrinter;
import jumin.platform.personal.Masked;
import jumin.platform.sql.JsonColumn;
import jumin.regulation.Money;

/** Makes a person's account of a year: what stands, what was paid, what is left; the person must be in the caller's scope. */
@ApplicationScoped
public class MakeYearlyAccount {

    private static final long FROM_THE_BEGINNING = 0;

    private final Settlements settlements;
    private final ExplainYear explain;
    private final JsonColumn json;
    private final Template page;
    private final PdfPrinter printer;
    private final Clock clock;

    MakeYearlyAccount(
            Settlements settlements,
            ExplainYear explain,
            JsonColumn json,
            @Location("yearly-account.html") Template page,
            PdfPrinter printer,
            Clock clock) {
        this.settlements = settlements;
        this.explain = explain;
        this.json = json;
        this.page = page;
        this.printer = printer;
        this.clock = clock;
    }

    /** Outside a transaction. */
    public YearlyAccountView view(PersonId id, int benefitYear) {
        return explain.of(id, person -> account(person, benefitYear));
    }

    private YearlyAccountView account(InsuredPerson person, int benefitYear) {
        var standing = PersonYear.of(person.records(), benefitYear).stream()
                .flatMap(year -> settlements.standing(year, FROM_THE_BEGINNING).stream())
                .toList();
        var limits = explain.explain(person, benefitYear).limits().stream()
                .collect(Collectors.partitioningBy(
                        limit -> limit.own() || !limit.used().isZero()));
        return new YearlyAccountView(
                "城乡居民医保个人年度待遇对账单",
                person.id(),
                Masked.name(person.name()),
                person.idMasked(),
                benefitYear,
                LocalDate.ofInstant(clock.instant(), clock.getZone()),
                entries(standing),
                totals(standing),
                limits.get(true),
                limits.get(false).stream().map(YearlyLimit::title).distinct().toList());
    }

    /** Outside a transaction: printing needs no connection. */
    public byte[] pdf(YearlyAccountView account) {
        return printer.print(page.data("account", account).render());
    }

    private List<YearlyAccountView.Entry> entries(List<SettlementRow> rows) {
        var documents =
                settlements.documents(rows.stream().map(SettlementRow::id).toList());
        return rows.stream()
                .map(row -> entry(row, json.read(documents.get(row.id()).bill(), BillRecord.class)))
                .toList();
    }

    private static YearlyAccountView.Entry entry(SettlementRow row, BillRecord bill) {
        var payers = row.payers();
        return new YearlyAccountView.Entry(
                row.id(),
                row.number(),
                row.settledOn(),
                bill.providerName(),
                bill.careTypeName(),
                bill.admissionDate(),
                bill.dischargeDate(),
                row.outcome(),
                payers.total(),
                payers.fund(),
                payers.thirdParty(),
                payers.person());
    }

    private static YearlyAccountView.Totals totals(List<SettlementRow> standing) {
        var paid = standing.stream()
                .filter(row -> row.outcome() == SettlementRow.Outcome.PAID)
                .toList();
        return new YearlyAccountView.Totals(
                sum(paid, Payers::total),
                sum(paid, Payers::pool),
                sum(paid, Payers::criticalIllness),
                sum(paid, Payers::medicalAssistance),
                sum(paid, Payers::thirdParty),
                sum(paid, Payers::person));
    }

    private static Money sum(List<SettlementRow> rows, Function<Payers, Money> part) {
        return rows.stream().map(row -> part.apply(row.payers())).reduce(Money.ZERO, Money::plus);
    }
}
