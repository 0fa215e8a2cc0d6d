package jumin.regulation.worksheet;

import jumin.regulation.law.Citation;
import jumin.regulation.law.Clause;

/** 不予支付、暂缓或提示的原因：a stable code, its Chinese sentence, and the article. */
public record Denial(String code, String title, Citation citation) {

    /** What a clause of the law says that stops or cuts a payment. */
    public static Denial of(Clause clause) {
        return new Denial(clause.key(), clause.title(), clause.citation());
    }
}
