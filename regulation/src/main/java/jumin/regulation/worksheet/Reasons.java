package jumin.regulation.worksheet;

import java.util.Optional;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Citation;
import jumin.regulation.law.Law;
import jumin.regulation.law.RuleInForce;

/** Makes clauses and denials for the smaller questions, whose worksheets have a few lines. */
public record Reasons(Law law, Vocabulary vocabulary, Legend legend) {

    private static final String MISSING = "PARAMETER_MISSING";

    public static Reasons of(Law law) {
        return new Reasons(law, Vocabulary.of(law), new Legend());
    }

    public Worksheet sheet() {
        return Worksheet.on(legend);
    }

    public Denial denial(String code, Citation citation) {
        return new Denial(code, vocabulary.title("codes", code), citation);
    }

    public Denial missing(String what, Citation citation) {
        return new Denial(MISSING, vocabulary.title("codes", MISSING) + "：" + what, citation);
    }

    /** Why a question cannot be answered by a draft that nobody accepted; empty where the law may be used. */
    public Optional<Denial> notAccepted() {
        return law.accepted() ? Optional.empty() : Optional.of(missing("征求意见稿尚未确认施行", law.wholeText()));
    }

    public Denial missingRule(RuleInForce rule) {
        return missing(rule.title(), rule.citation());
    }
}
