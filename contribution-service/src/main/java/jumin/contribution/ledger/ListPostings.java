package jumin.contribution.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.contribution.scope.Widened;
import jumin.contribution.sheet.ExportList.Column;
import jumin.contribution.sheet.ExportList.Form;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 分录明细: the postings behind a figure, as far as the caller may see them, and what of the figure is out of sight. */
@ApplicationScoped
public class ListPostings {

    private static final String OF_PART = """
            from posting where ? in (account_from, account_to) and ? in (0, benefit_year) and ? in ('', area)
              and ? in ('', book) and recorded_at >= ? and recorded_at < ?
            """;

    private final Sql database;
    private final CurrentCaller caller;
    private final Widened widened;

    ListPostings(Sql database, CurrentCaller caller, Widened widened) {
        this.database = database;
        this.caller = caller;
        this.widened = widened;
    }

    /** One posting behind a figure. */
    public record PostingView(
            long id,
            String accountFrom,
            @Schema(description = "转出科目") String fromText,
            String accountTo,
            @Schema(description = "转入科目") String toText,
            Money amount,
            String reason,
            @Schema(description = "事由") String reasonText,
            UUID ref,
            Long reverses,
            UUID personId,
            int benefitYear,
            String organ,
            LocalDate occurredOn,
            OffsetDateTime recordedAt) {}

    static final Form<PostingView> FORM = new Form<>(
            "分录明细",
            "postings",
            List.of(
                    new Column<>("序号", PostingView::id),
                    new Column<>("转出科目", PostingView::fromText),
                    new Column<>("转入科目", PostingView::toText),
                    new Column<>("金额", PostingView::amount),
                    new Column<>("事由", PostingView::reasonText),
                    new Column<>("冲销的分录", PostingView::reverses),
                    new Column<>("年度", PostingView::benefitYear),
                    new Column<>("税务机关", PostingView::organ),
                    new Column<>("发生日期", PostingView::occurredOn),
                    new Column<>("记账时间", PostingView::recordedAt),
                    new Column<>("所属业务", PostingView::ref)));

    /** Postings of the book whose persons have moved away: they count in the figure, whoever is responsible now sees them. */
    public record MovedAway(long postings, Money movedIn, Money movedOut) {}

    /** @param next pass as {@code after} for the next page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PostingPage(
            List<PostingView> items,
            long next,

            @Schema(description = "已计入试算表、但参保人已迁出因而看不到明细的分录；只在第一页，没有则不出现")
            MovedAway movedAway) {}

    /** In the order they were written. */
    public PostingPage run(Account account, ReadLedger.Part part, long after, int limit) {
        var book = Book.of(caller.get().scope(), part.book());
        var values = new Object[] {
            account.name(),
            part.benefitYear(),
            book.area(),
            book.whole() ? book.code() : part.book(),
            part.from(),
            part.to()
        };
        return QuarkusTransaction.requiringNew().call(() -> {
            var items = items(values, after, limit);
            var movedAway = after == 0 && book.whole() ? movedAway(account, values) : null;
            return new PostingPage(
                    items, items.isEmpty() ? after : items.getLast().id(), movedAway);
        });
    }

    private MovedAway movedAway(Account account, Object[] part) {
        var seen = sums(account, part);
        var all = widened.call(() -> sums(account, part));
        return all.postings() == seen.postings()
                ? null
                : new MovedAway(
                        all.postings() - seen.postings(),
                        all.movedIn().minus(seen.movedIn()),
                        all.movedOut().minus(seen.movedOut()));
    }

    private MovedAway sums(Account account, Object[] part) {
        return database.first(
                        "select count(*), coalesce(sum(amount_fen) filter (where account_to = ?), 0),"
                                + " coalesce(sum(amount_fen) filter (where account_from = ?), 0) " + OF_PART,
                        row -> new MovedAway(row.getLong(1), Money.ofFen(row.getLong(2)), Money.ofFen(row.getLong(3))),
                        with(new Object[] {account.name(), account.name()}, part))
                .orElseThrow();
    }

    private List<PostingView> items(Object[] part, long after, int limit) {
        return database.list(
                "select id, account_from, account_to, amount_fen, reason, ref, reverses, person_id, benefit_year, organ,"
                        + " occurred_on, recorded_at " + OF_PART + " and id > ? order by id limit ?",
                row -> new PostingView(
                        row.getLong(1),
                        row.getString(2),
                        Account.valueOf(row.getString(2)).title(),
                        row.getString(3),
                        Account.valueOf(row.getString(3)).title(),
                        Money.ofFen(row.getLong(4)),
                        row.getString(5),
                        PostingReason.text(row.getString(5)),
                        row.getObject(6, UUID.class),
                        row.getObject(7, Long.class),
                        row.getObject(8, UUID.class),
                        row.getInt(9),
                        row.getString(10),
                        row.getObject(11, LocalDate.class),
                        row.getObject(12, OffsetDateTime.class)),
                with(part, after, limit));
    }

    private static Object[] with(Object[] first, Object... then) {
        var all = java.util.Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, all, first.length, then.length);
        return all;
    }
}
