package jumin.regulation.worksheet;

import java.util.ArrayList;
import java.util.List;
import jumin.regulation.law.Citation;
import jumin.regulation.law.Clause;

/** 条目表：the clauses that the numbers in packed lines stand for. */
public final class Legend {

    private final List<Clause> clauses = new ArrayList<>();

    /** A clause for lines of this step; made while the law is compiled. */
    public Clause clause(String key, String title, Citation citation) {
        var clause = new Clause(clauses.size(), key, title, citation);
        clauses.add(clause);
        return clause;
    }

    Clause clause(int id) {
        return clauses.get(id);
    }
}
