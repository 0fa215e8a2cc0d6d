package jumin.contribution.fund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import jumin.contribution.scope.Widened;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 已迁出: of a bill, the postings of persons for whom another county is responsible by now. They count where they were billed, as a
 * sum; who they are, only the county where they live is told.
 */
@ApplicationScoped
class MovedFromDue {

    private static final String ELSEWHERE = """
            select g.place, coalesce((select d.name from division d where d.path = g.place), ''), count(*),
                   sum(case when g.account_to = 'SUBSIDY_DUE' then g.amount_fen else -g.amount_fen end)
            from (select p.*, split_part(p.division_path, '/', 1) || '/' || split_part(p.division_path, '/', 2) || '/' as place
                  from aid_bill_posting b join posting p on p.id = b.posting_id where b.due_id = ?) g
            where not (g.division_path >= ? and g.division_path < ?)
            group by 1, 2 order by 1
            """;

    private final Sql database;
    private final CurrentCaller caller;
    private final Widened widened;

    MovedFromDue(Sql database, CurrentCaller caller, Widened widened) {
        this.database = database;
        this.caller = caller;
        this.widened = widened;
    }

    /** 迁往一个县的. */
    @Schema(name = "MovedFromDueSum", description = "结算之后迁往另一县的参保人的分录")
    public record Sum(
            @Schema(description = "现在负责的县的区划路径") String divisionPath,
            @Schema(description = "分录笔数") long postings,
            @Schema(description = "计入应收的金额；撤销、冲回的为负") Money amount,
            @Schema(description = "原因") String reasonText) {

        private static Sum of(String path, String name, long postings, Money amount) {
            return new Sum(
                    path,
                    postings,
                    amount,
                    "参保人已迁往" + (name.isEmpty() ? path : name) + "（" + postings + " 笔），仍计入本应收，明细由该地查看");
        }
    }

    /** The due is one that the caller may see. */
    List<Sum> of(UUID dueId) {
        var own = caller.get().scope().division();
        return widened.call(() -> database.list(
                ELSEWHERE,
                row -> Sum.of(row.getString(1), row.getString(2), row.getLong(3), Money.ofFen(row.getLong(4))),
                dueId,
                own.from(),
                own.to()));
    }
}
