package jumin.enrollment.overlap;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.category.CategoryLists;
import jumin.enrollment.person.IdentityCheck;
import jumin.platform.personal.Masked;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** The rows of a list: number and name sealed, verdict in the open. */
@ApplicationScoped
class CoverRows {

    private static final String ADD = """
            insert into cover_list_row (list_id, row_no, division_path, organ, sealed, id_blind_index, name_masked, id_masked,
                                        insured_from, insured_to, insured_where, verdict, explanation)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String VIEW = "select row_no, name_masked, id_masked, insured_from, insured_to, verdict,"
            + " case when verdict = 'CONFLICT' and list.state = 'UNDONE' then '名单已撤销，尚未处理的已撤回'"
            + " else explanation end"
            + " from cover_list_row join cover_list list on list.id = list_id where list_id = ?";

    private final Sql sql;
    private final JsonColumn json;
    private final PersonalData personalData;

    CoverRows(Sql sql, JsonColumn json, PersonalData personalData) {
        this.sql = sql;
        this.json = json;
        this.personalData = personalData;
    }

    /** Whose a row is: sealed. */
    @RegisterForReflection
    private record Whose(String idNumber, String name) {}

    void add(CategoryLists.Sender sender, CoverListId list, List<CoverRow> rows) {
        sql.updateAll(ADD, rows.stream().map(row -> values(sender, list, row)).toList());
    }

    private Object[] values(CategoryLists.Sender sender, CoverListId list, CoverRow row) {
        var number = IdentityCheck.normalize(row.idNumber());
        return new Object[] {
            list.value(),
            row.rowNo(),
            sender.divisionPath(),
            sender.organ(),
            personalData.seal(json.write(new Whose(number, row.name()))),
            number.isEmpty() ? "" : personalData.blindIndex(number),
            Masked.name(row.name()),
            Masked.idNumber(number),
            row.from(),
            row.to(),
            row.where(),
            row.matchable() ? "" : "INVALID",
            row.fault()
        };
    }

    /** A row still to be matched, with the blind index of its number. */
    record Unmatched(CoverRow row, String blindIndex) {}

    List<Unmatched> unmatched(CoverListId list, int after, int most) {
        return sql.list(
                "select row_no, sealed, insured_from, insured_to, insured_where, id_blind_index from cover_list_row"
                        + " where list_id = ? and verdict = '' and row_no > ? order by row_no limit ?",
                this::unmatched,
                list.value(),
                after,
                most);
    }

    private Unmatched unmatched(ResultSet row) throws SQLException {
        var whose = json.read(personalData.open(row.getString(2)), Whose.class);
        var read = new CoverRow(
                row.getInt(1),
                whose.idNumber(),
                whose.name(),
                Optional.ofNullable(row.getObject(3, LocalDate.class)),
                Optional.ofNullable(row.getObject(4, LocalDate.class)),
                row.getString(5),
                "");
        return new Unmatched(read, row.getString(6));
    }

    /** What a row came to. */
    record Judged(int rowNo, String verdict, String explanation) {}

    void judge(CoverListId list, List<Judged> judged) {
        sql.updateAll(
                "update cover_list_row set verdict = ?, explanation = ? where list_id = ? and row_no = ?",
                judged.stream()
                        .map(one -> new Object[] {one.verdict(), one.explanation(), list.value(), one.rowNo()})
                        .toList());
    }

    List<CoverListView.RowView> page(CoverListId list, Optional<String> verdict, int page, int size) {
        var word = verdict.orElse("");
        return sql.list(
                VIEW + " and (? = '' or verdict = ?) order by row_no limit ? offset ?",
                row -> new CoverListView.RowView(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        Optional.ofNullable(row.getObject(4, LocalDate.class)),
                        Optional.ofNullable(row.getObject(5, LocalDate.class)),
                        row.getString(6),
                        row.getString(7)),
                list.value(),
                word,
                word,
                size,
                (page - 1) * size);
    }

    long count(CoverListId list, Optional<String> verdict) {
        var word = verdict.orElse("");
        return sql.count(
                "select count(*) from cover_list_row where list_id = ? and (? = '' or verdict = ?)",
                list.value(),
                word,
                word);
    }
}
