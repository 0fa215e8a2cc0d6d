package jumin.contribution.ledger;

import java.util.List;
import jumin.contribution.sheet.ExportList.Column;
import jumin.contribution.sheet.ExportList.Form;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 试算平衡表. {@code balance} is what moved in less what moved out; all balances together are always zero. */
public record TrialBalance(List<Row> accounts, Money totalIn, Money totalOut, boolean balanced) {

    /** One account. */
    public record Row(
            String account,
            String title,
            @Schema(description = "期初余额；不限期间时为零") Money opening,
            Money movedIn,
            Money movedOut,
            Money balance) {}

    static final Form<Row> FORM = new Form<>(
            "试算平衡表",
            "trial-balance",
            List.of(
                    new Column<>("科目", Row::title),
                    new Column<>("期初余额", Row::opening),
                    new Column<>("转入", Row::movedIn),
                    new Column<>("转出", Row::movedOut),
                    new Column<>("余额", Row::balance)));

    static TrialBalance of(List<Row> rows) {
        var in = rows.stream().map(Row::movedIn).reduce(Money.ZERO, Money::plus);
        var out = rows.stream().map(Row::movedOut).reduce(Money.ZERO, Money::plus);
        return new TrialBalance(List.copyOf(rows), in, out, in.equals(out));
    }
}
