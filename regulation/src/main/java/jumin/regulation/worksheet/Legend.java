package jumin.regulation.worksheet;

import java.util.ArrayList;
import java.util.List;
import jumin.regulation.law.Citation;
import jumin.regulation.law.Clause;

/** 条目表：the clauses that the numbers in packed lines stand for. */
public final class Legend {

    /** As many as a packed line can tell apart. */
    static final int MOST = 1 << 16;

    private final List<Clause> clauses = new ArrayList<>();

    /** A clause for lines of this step; made while the law is compiled. */
    public Clause clause(String key, String title, Citation citation) {
        if (clauses.size() == MOST) {
            throw new IllegalArgumentException("规定太多：核算单的条目超过 " + MOST + " 条");
        }
        var clause = new Clause(clauses.size(), key, title, citation);
        clauses.add(clause);
        return clause;
    }

    Clause clause(int id) {
        return clauses.get(id);
    }
}
