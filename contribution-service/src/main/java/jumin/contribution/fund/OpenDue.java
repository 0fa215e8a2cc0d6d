package jumin.contribution.fund;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.contribution.ContributionProblem;
import jumin.contribution.law.Words;
import jumin.contribution.ledger.PostingReason;
import jumin.contribution.sheet.ExportList.Column;
import jumin.contribution.sheet.ExportList.Form;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Masked;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 应收款明细: the postings behind the figure; of a bill to a department for whom it pays, and what it takes back. */
@ApplicationScoped
public class OpenDue {

    private static final String COLUMNS = """
            select g.id, g.person_id, g.division_path, p.person_no, p.name, p.id_masked,
                   coalesce(l.category, e.category, ''), e.id is not null, g.reason, g.ref, g.occurred_on,
                   case when g.account_to in ('SUBSIDY_DUE', 'GOVERNMENT_SUBSIDY_DUE') then g.amount_fen else -g.amount_fen end
            from posting g left join levy l on l.id = g.ref left join elsewhere_aid e on e.id = g.ref
                 left join insured_person p on p.person_id = g.person_id
            """;
    private static final String OF_BILL = COLUMNS
            + "join aid_bill_posting b on b.posting_id = g.id where b.due_id = ? and g.id > ? order by g.id limit ?";
    private static final String OF_SUBSIDY = COLUMNS + "where g.ref = ? and g.id > ? order by g.id limit ?";

    private final FundDues dues;
    private final Sql database;
    private final MovedFromDue movedFromDue;
    private final Words words;
    private final Audit audit;

    OpenDue(FundDues dues, Sql database, MovedFromDue movedFromDue, Words words, Audit audit) {
        this.movedFromDue = movedFromDue;
        this.words = words;
        this.dues = dues;
        this.database = database;
        this.audit = audit;
    }

    /** One posting. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            @Schema(description = "分录序号，翻页用") long postingId,
            UUID personId,
            String personNo,
            @Schema(description = "姓名（脱敏）") String name,
            String idMasked,
            @Schema(description = "资助身份的代码") String category,
            @Schema(description = "资助身份") String categoryText,

            @Schema(description = "LEVY 应缴核定 / ELSEWHERE 异地参保的资助 / DUE 应收款本身")
            String of,

            @Schema(description = "计入应收的金额；撤销、冲回的为负") Money amount,
            String reason,
            @Schema(description = "事由") String reasonText,
            LocalDate occurredOn,
            @Schema(description = "应缴、资助或应收款的编号") UUID ref) {

        /** A line of the annex that stands for no single posting. */
        static final long NO_POSTING = 0;

        boolean endsTheAnnex() {
            return postingId == NO_POSTING;
        }
    }

    /** @param next pass as {@code after} for the next page; absent at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<Line> items,

            @Schema(description = "参保人已迁出、明细由现在负责的机构查看的分录笔数；只在第一页")
            long movedAway,

            @Schema(description = "其金额，按迁往的县；与明细合计即应收金额；只在第一页，没有的不出现")
            List<MovedFromDue.Sum> movedAwaySums,

            Long next) {}

    static final Form<Line> FORM = new Form<>(
            "应收款明细",
            "fund-due",
            List.of(
                    new Column<>("人员编号", Line::personNo),
                    new Column<>("姓名", Line::name),
                    new Column<>("证件号码", Line::idMasked),
                    new Column<>("资助身份", Line::categoryText),
                    new Column<>("金额", Line::amount),
                    new Column<>("发生日期", Line::occurredOn),
                    new Column<>("事由", Line::reasonText),
                    new Column<>("分录", Line::postingId)));

    /** In the order they were written. */
    @Transactional
    public Page run(UUID dueId, long after, int limit) {
        var due = dues.find(dueId)
                .orElseThrow(() -> new ProblemException(ContributionProblem.FUND_DUE_UNKNOWN, "没有此应收款，或不在您的辖区。"));
        var bill = due.kind() == FundDues.Kind.AID;
        var found = database.list(bill ? OF_BILL : OF_SUBSIDY, row -> placed(row, due), dueId, after, limit);
        audit.readAll(
                "fund-due",
                found.stream()
                        .filter(placed -> placed.line().personId() != null)
                        .map(placed -> new Audit.Subject(placed.line().personId(), placed.divisionPath()))
                        .distinct()
                        .toList());
        var moved = bill && after == 0 ? movedFromDue.of(dueId) : List.<MovedFromDue.Sum>of();
        return new Page(
                found.stream().map(Placed::line).toList(),
                moved.stream().mapToLong(MovedFromDue.Sum::postings).sum(),
                moved.isEmpty() ? null : moved,
                found.size() < limit ? null : found.getLast().line().postingId());
    }

    /** For the annex, after all postings: what moved away, and the sum of it all, which is the due. */
    public List<Line> end(UUID dueId) {
        var due = dues.find(dueId).orElseThrow();
        var moved = due.kind() == FundDues.Kind.AID ? movedFromDue.of(dueId) : List.<MovedFromDue.Sum>of();
        return Stream.concat(
                        moved.stream().map(sum -> said("MOVED_AWAY", sum.reasonText(), sum.amount())),
                        Stream.of(said("TOTAL", "合计", due.amount())))
                .toList();
    }

    private static Line said(String what, String text, Money amount) {
        return new Line(Line.NO_POSTING, null, null, null, null, "", "", what, amount, what, text, null, null);
    }

    private record Placed(Line line, String divisionPath) {}

    private Placed placed(ResultSet row, FundDues.FundDueView due) throws SQLException {
        var person = row.getObject(2, UUID.class);
        return new Placed(
                new Line(
                        row.getLong(1),
                        person,
                        row.getString(4),
                        Optional.ofNullable(row.getString(5)).map(Masked::name).orElse(null),
                        row.getString(6),
                        row.getString(7),
                        words.category(due.area(), due.benefitYear(), row.getString(7)),
                        person == null ? "DUE" : row.getBoolean(8) ? "ELSEWHERE" : "LEVY",
                        Money.ofFen(row.getLong(12)),
                        row.getString(9),
                        PostingReason.text(row.getString(9)),
                        row.getObject(11, LocalDate.class),
                        row.getObject(10, UUID.class)),
                row.getString(3));
    }
}
