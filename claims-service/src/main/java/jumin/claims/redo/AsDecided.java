package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import jumin.claims.ClaimsProblem;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.law.Laws;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.Settlements;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.JsonColumn;
import jumin.regulation.settlement.Adjudicator;

/** The facts and the law of the old decision: only the year before it has changed. */
@ApplicationScoped
public class AsDecided implements Basis {

    private final Settlements settlements;
    private final InsuredPersons persons;
    private final Laws laws;
    private final JsonColumn json;

    AsDecided(Settlements settlements, InsuredPersons persons, Laws laws, JsonColumn json) {
        this.settlements = settlements;
        this.persons = persons;
        this.laws = laws;
        this.json = json;
    }

    @Override
    public Renewed of(SettlementRow row) {
        var document = settlements.document(row.id()).orElseThrow();
        var law = laws.asUsed(row.law())
                .orElseThrow(() -> new ProblemException(
                        ClaimsProblem.RELEASE_NOT_KEPT,
                        "单号 " + row.number() + " 所用的规则版本 " + row.law().release() + " 已不在本服务中，不能按原事实重算。"));
        var facts = Adjudicator.read(document.facts(), law);
        var person = persons.find(row.year().person())
                .orElseThrow(() -> new ProblemException(
                        ClaimsProblem.PERSON_NOT_IDENTIFIED, "单号 " + row.number() + " 的参保人已并入他人，请先核对登记。"));
        var bill = new AssembledBill(
                person,
                json.read(document.bill(), BillRecord.class),
                row.payers().total(),
                law,
                facts);
        return new Renewed(row, settlements.entries(row.id()), facts.facts(), bill);
    }
}
