package jumin.claims.statement;

import java.util.List;
import jumin.claims.settlement.ReasonView;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.formality.Formality;
import jumin.regulation.formality.FormalityDecision;
import jumin.regulation.formality.FormalityFacts;
import jumin.regulation.law.Law;

/**
 * 不予支付、暂缓支付通知书. Beside a reason that has an article, one that no text has is no ground of its own; where there is no other,
 * each says that the text is silent, and the notice names the article by which papers are asked for.
 *
 * @param asked null where some reason has an article, or where the law asks for no papers
 */
public record RefusalNotice(StatementView statement, boolean groundsAssumed, Asked asked) {

    /** 须提供的材料, and by what article. */
    public record Asked(List<String> papers, String article) {}

    static RefusalNotice of(StatementView statement, Law law) {
        var assumed =
                !statement.reasons().isEmpty() && statement.reasons().stream().allMatch(ReasonView::assumed);
        return new RefusalNotice(statement, assumed, assumed ? asked(law) : null);
    }

    private static Asked asked(Law law) {
        return Formality.decide(FormalityFacts.documents(List.of(), false), law)
                        instanceof FormalityDecision.Documents asked
                ? new Asked(
                        asked.missing().stream().map(word -> title(law, word)).toList(),
                        asked.citation().toString())
                : null;
    }

    private static String title(Law law, String word) {
        var words = Vocabulary.of(law).words("claim_document");
        return words.title(words.number(word));
    }
}
