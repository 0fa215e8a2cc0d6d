package jumin.contribution.fund;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.sheet.ExportList.Column;
import jumin.contribution.sheet.ExportList.Form;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 应收款 and what has come in for them. */
@ApplicationScoped
class FundDues {

    /**
     * What turned out to be less than it was is set off against what the same party owes for the same place and year, the earliest
     * first; what is left of it waits for the next due. Nobody pays back.
     */
    private static final String DUE = """
            with standing as (
                select d.*, v.reversed_by, case when v.reversed_by is null then d.amount_fen else 0 end as owed,
                       coalesce((select sum(r.amount_fen) from fund_receipt r where r.due_id = d.id and r.reversed_by is null
                                 and r.received_on <= ?), 0)::bigint as received
                from fund_due d left join fund_due_reversal v on v.due_id = d.id %s),
            apart as (
                select *, greatest(owed - received, 0) as wanted, greatest(-owed, 0) as credit from standing),
            together as (
                select *, sum(wanted) over earlier - wanted as wanted_before, sum(credit) over earlier - credit as credit_before,
                       least(sum(wanted) over party_place, sum(credit) over party_place) as set_off
                from apart
                window party_place as (partition by area, division_path, benefit_year, kind, party),
                       earlier as (party_place order by seq rows unbounded preceding))
            select id, seq, area, division_path, benefit_year, kind, party, amount_fen, received, due_on, article,
                   decision_number, heads, per_head_fen, reversed_by,
                   (least(greatest(set_off - wanted_before, 0), wanted) - least(greatest(set_off - credit_before, 0), credit))::bigint
            from together
            """;

    private static final String OF_THE_SAME = """
            join fund_due asked on (asked.area, asked.division_path, asked.benefit_year, asked.kind, asked.party)
                 = (d.area, d.division_path, d.benefit_year, d.kind, d.party)
            where asked.id = ?
            """;

    private final Sql database;
    private final CurrentCaller caller;
    private final Clock clock;

    FundDues(Sql database, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    /** 财政补助 of a level of government, 资助参保款 of a department. */
    enum Kind {
        GOVERNMENT_SUBSIDY("财政补助"),
        AID("资助参保款");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** A due to be stored. */
    record Due(
            UUID id,
            String area,
            String divisionPath,
            int benefitYear,
            Kind kind,
            String party,
            Money amount,
            Optional<LocalDate> dueOn,
            String article,
            String decisionNumber,
            Optional<ByHead> byHead) {}

    /** What a subsidy was reckoned from. */
    record ByHead(long heads, Money perHead, UUID standardId) {}

    /** A due as it stands on a day. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FundDueView(
            UUID dueId,
            long seq,
            String area,
            String divisionPath,
            int benefitYear,

            @Schema(description = "GOVERNMENT_SUBSIDY 财政补助 / AID 资助参保款")
            Kind kind,

            String kindText,

            @Schema(description = "CENTRAL 中央 / PROVINCIAL 省级 / CITY 市级 / COUNTY 县级；资助参保款为付款部门")
            String party,

            @Schema(description = "付款方") String partyText,
            Money amount,
            Money received,

            @Schema(description = "与同一付款方、区划、年度的负数应收相抵的金额；负数应收为已抵出的")
            Money offset,

            @Schema(description = "尚欠；负数为多到，或留待下次相抵") Money open,
            LocalDate dueOn,
            @Schema(description = "逾期天数") long overdueDays,
            @Schema(description = "到账期限的条款") String article,
            String decisionNumber,
            @Schema(description = "按人数核算的：核算时的参保人数") Long heads,
            @Schema(description = "按人数核算的：每人金额") Money perHead,
            @Schema(description = "已由此人冲销，不再应收") String reversedBy) {}

    static final Form<FundDueView> FORM = new Form<>(
            "应收款",
            "fund-dues",
            List.of(
                    new Column<>("种类", FundDueView::kindText),
                    new Column<>("付款方", FundDueView::partyText),
                    new Column<>("区划", FundDueView::divisionPath),
                    new Column<>("年度", FundDueView::benefitYear),
                    new Column<>("应收", FundDueView::amount),
                    new Column<>("到账", FundDueView::received),
                    new Column<>("相抵", FundDueView::offset),
                    new Column<>("尚欠", FundDueView::open),
                    new Column<>("期限", FundDueView::dueOn),
                    new Column<>("逾期天数", FundDueView::overdueDays),
                    new Column<>("条款", FundDueView::article),
                    new Column<>("文号", FundDueView::decisionNumber),
                    new Column<>("冲销人", FundDueView::reversedBy)));

    void add(Due due) {
        database.update(
                """
                insert into fund_due (id, area, division_path, benefit_year, kind, party, amount_fen, due_on, article,
                       decision_number, created_by, created_at, heads, per_head_fen, standard_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                due.id(),
                due.area(),
                due.divisionPath(),
                due.benefitYear(),
                due.kind(),
                due.party(),
                due.amount().fen(),
                due.dueOn(),
                due.article(),
                due.decisionNumber(),
                caller.get().id(),
                OffsetDateTime.now(clock),
                due.byHead().map(ByHead::heads),
                due.byHead().map(reckoned -> reckoned.perHead().fen()),
                due.byHead().map(ByHead::standardId));
    }

    /** A receipt and the reversal of a due come one after the other. */
    void lock(UUID id) {
        database.list("select pg_advisory_xact_lock(hashtextextended(?, 13))", row -> 1, id.toString());
    }

    Optional<FundDueView> find(UUID id) {
        var today = LocalDate.now(clock);
        return database.first(DUE.formatted(OF_THE_SAME) + "where id = ?", row -> view(row, today), today, id, id);
    }

    /** @param after {@code seq} of the last one that is known; @param on as it stood on a day */
    record Wanted(int benefitYear, Optional<LocalDate> on, long after, int limit) {}

    List<FundDueView> list(Wanted wanted) {
        var day = wanted.on().orElseGet(() -> LocalDate.now(clock));
        return database.list(
                DUE.formatted("where d.benefit_year = ?") + "where seq > ? order by seq limit ?",
                row -> view(row, day),
                day,
                wanted.benefitYear(),
                wanted.after(),
                wanted.limit());
    }

    private static FundDueView view(ResultSet row, LocalDate day) throws SQLException {
        var kind = Kind.valueOf(row.getString(6));
        var amount = Money.ofFen(row.getLong(8));
        var reversedBy = row.getString(15);
        var offset = Money.ofFen(row.getLong(16));
        var open = (reversedBy == null ? amount : Money.ZERO)
                .minus(Money.ofFen(row.getLong(9)))
                .minus(offset);
        var dueOn = row.getObject(10, LocalDate.class);
        var late = dueOn != null && dueOn.isBefore(day) && open.fen() > 0;
        return new FundDueView(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                kind,
                kind.title(),
                row.getString(7),
                Party.title(row.getString(7)),
                amount,
                Money.ofFen(row.getLong(9)),
                offset,
                open,
                dueOn,
                late ? ChronoUnit.DAYS.between(dueOn, day) : 0,
                row.getString(11),
                row.getString(12),
                row.getObject(13, Long.class),
                Optional.ofNullable(row.getObject(14, Long.class))
                        .map(Money::ofFen)
                        .orElse(null),
                reversedBy);
    }
}
