package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import jumin.claims.ClaimsProblem;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.adjudication.RefreshBill;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.law.Laws;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.Settlements;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.JsonColumn;
import jumin.regulation.settlement.Adjudicator;

/** 按今天所知: the bill as it was, person, cover, standards and law as this service knows them today. */
@ApplicationScoped
public class AsKnownToday implements Basis {

    private final Settlements settlements;
    private final InsuredPersons persons;
    private final RefreshBill refresh;
    private final Laws laws;
    private final JsonColumn json;

    AsKnownToday(Settlements settlements, InsuredPersons persons, RefreshBill refresh, Laws laws, JsonColumn json) {
        this.settlements = settlements;
        this.persons = persons;
        this.refresh = refresh;
        this.laws = laws;
        this.json = json;
    }

    @Override
    public Renewed of(SettlementRow row) {
        var document = settlements.document(row.id()).orElseThrow();
        var law = laws.on(row.law().area(), row.law().on())
                .orElseThrow(() -> new ProblemException(
                        ClaimsProblem.LAW_NOT_LOADED, "没有统筹区 " + row.law().area() + " 的法规数据，不能重算。"));
        var facts = Adjudicator.read(document.facts(), law);
        var person = persons.find(row.year().person())
                .orElseThrow(() -> new ProblemException(
                        ClaimsProblem.PERSON_NOT_IDENTIFIED, "单号 " + row.number() + " 的参保人已并入他人，请先核对登记。"));
        var decided = new AssembledBill(
                person,
                json.read(document.bill(), BillRecord.class),
                row.payers().total(),
                law,
                facts);
        return new Renewed(row, settlements.entries(row.id()), facts.facts(), refresh.run(decided));
    }
}
