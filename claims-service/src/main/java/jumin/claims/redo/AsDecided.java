package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import jumin.claims.ClaimsProblem;
import jumin.claims.law.Laws;
import jumin.claims.settlement.SettlementRow;
import jumin.platform.problem.ProblemException;

/** The facts and the law of the old decision: only the year before it has changed. */
@ApplicationScoped
public class AsDecided implements Basis {

    private final StoredBills bills;
    private final Laws laws;

    AsDecided(StoredBills bills, Laws laws) {
        this.bills = bills;
        this.laws = laws;
    }

    @Override
    public Renewed of(SettlementRow row) {
        var law = laws.asUsed(row.law())
                .orElseThrow(() -> new ProblemException(
                        ClaimsProblem.RELEASE_NOT_KEPT,
                        "单号 " + row.number() + " 所用的规则版本 " + row.law().release() + " 已不在本服务中，不能按原事实重算。"));
        return bills.renewed(row, law, UnaryOperator.identity());
    }
}
