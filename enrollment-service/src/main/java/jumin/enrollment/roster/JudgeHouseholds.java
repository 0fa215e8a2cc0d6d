package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jumin.enrollment.household.Members;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.Finding;
import jumin.enrollment.roster.RosterRows.HouseholdRow;

/** 整户核验: each household has one head, in the file or registered already. */
@ApplicationScoped
public class JudgeHouseholds {

    private static final int SOME = 500;
    private static final String HEAD = Relation.HEAD.name();
    private static final Finding NO_HEAD = Finding.error("relation", "HEAD_MISSING", "本户没有户主", "请在本户成员中填明一名户主");
    private static final Finding SECOND_HEAD =
            Finding.error("relation", "SECOND_HEAD", "本户已有户主", "一户只填一名户主，请改正与户主关系或户编号");
    private static final Finding HEAD_WRONG =
            Finding.warning("relation", "HEAD_ROW_HAS_ERRORS", "户主所在的行有错误，本户其他成员先登记", "请改正户主的行后重新导入");

    private final RosterRows rows;
    private final Members members;
    private final AssessRows assess;

    JudgeHouseholds(RosterRows rows, Members members, AssessRows assess) {
        this.rows = rows;
        this.members = members;
        this.assess = assess;
    }

    /** Some households at a time: a file may hold a hundred thousand people. */
    void run(RosterImport roster, RosterHeader header) {
        for (var some = rows.households(roster.id(), "", SOME);
                !some.isEmpty();
                some = rows.households(roster.id(), some.getLast().household(), SOME)) {
            var households = some.stream().collect(Collectors.groupingBy(HouseholdRow::household));
            var headed = new HashSet<>(members.numbersWithHead(roster.divisionPath(), households.keySet()));
            households.forEach((number, family) -> judge(roster, header, family, headed));
        }
    }

    private void judge(RosterImport roster, RosterHeader header, List<HouseholdRow> family, Set<String> headed) {
        var registeredHead = headed.contains(family.getFirst().household());
        var heads = family.stream().filter(row -> row.relation().equals(HEAD)).toList();
        if (heads.isEmpty() && !registeredHead) {
            family.stream()
                    .filter(row -> row.verdict() != RowVerdict.ERROR && !row.known())
                    .forEach(row -> mark(roster, header, row, RowVerdict.ERROR, NO_HEAD));
            return;
        }
        var newHeads = heads.stream().filter(row -> !row.known()).toList();
        newHeads.stream()
                .skip(registeredHead ? 0 : 1)
                .forEach(row -> mark(roster, header, row, RowVerdict.ERROR, SECOND_HEAD));
        if (!registeredHead && heads.stream().allMatch(row -> row.verdict() == RowVerdict.ERROR)) {
            family.stream()
                    .filter(row -> row.verdict() == RowVerdict.SUCCESS || row.verdict() == RowVerdict.WARNING)
                    .forEach(row -> mark(roster, header, row, RowVerdict.WARNING, HEAD_WRONG));
        }
    }

    private void mark(RosterImport roster, RosterHeader header, HouseholdRow row, RowVerdict verdict, Finding finding) {
        rows.judge(roster.id(), row.rowNo(), verdict, assess.shown(roster, header, finding));
    }
}
