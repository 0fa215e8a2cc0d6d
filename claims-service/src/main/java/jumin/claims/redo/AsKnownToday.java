package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import jumin.claims.ClaimsProblem;
import jumin.claims.adjudication.RefreshBill;
import jumin.claims.law.Laws;
import jumin.claims.settlement.SettlementRow;
import jumin.platform.problem.ProblemException;

/** 按今天所知: the bill as it was, person, cover, standards and law as this service knows them today. */
@ApplicationScoped
public class AsKnownToday implements Basis {

    private final StoredBills bills;
    private final RefreshBill refresh;
    private final Laws laws;

    AsKnownToday(StoredBills bills, RefreshBill refresh, Laws laws) {
        this.bills = bills;
        this.refresh = refresh;
        this.laws = laws;
    }

    @Override
    public Renewed of(SettlementRow row) {
        var law = laws.on(row.law().area(), row.law().on())
                .orElseThrow(() -> new ProblemException(
                        ClaimsProblem.LAW_NOT_LOADED, "没有统筹区 " + row.law().area() + " 的法规数据，不能重算。"));
        return bills.renewed(row, law, refresh::run);
    }
}
