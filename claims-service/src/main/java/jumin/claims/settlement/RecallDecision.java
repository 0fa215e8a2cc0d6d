package jumin.claims.settlement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jumin.claims.ClaimsProblem;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.adjudication.DecisionDocument;
import jumin.claims.law.Laws;
import jumin.platform.problem.ProblemException;
import jumin.regulation.settlement.Adjudicator;
import jumin.regulation.settlement.SettlementDecision;

/** 复算: decides the stored facts again under the release that was used; facts of today play no part. */
@ApplicationScoped
public class RecallDecision {

    private final Settlements settlements;
    private final Laws laws;
    private final ObjectMapper json;

    RecallDecision(Settlements settlements, Laws laws, ObjectMapper json) {
        this.settlements = settlements;
        this.laws = laws;
        this.json = json;
    }

    /** A decision read again. The canonical texts are the same, unless something is broken. */
    public record Recalled(
            SettlementRow row, BillRecord bill, SettlementDecision decision, String storedText, String recomputedText) {

        public boolean identical() {
            return storedText.equals(recomputedText);
        }
    }

    /** A reversal recalls the decision that it reverses. */
    public Recalled run(SettlementRow row) {
        return run(row, settlements.document(row.reverses().orElse(row.id())).orElseThrow());
    }

    /** The same, with the document that was read with those of others. */
    Recalled run(SettlementRow row, DecisionDocument document) {
        var law = laws.asUsed(row.law())
                .orElseThrow(() -> new ProblemException(
                        ClaimsProblem.RELEASE_NOT_KEPT,
                        "规则版本 " + row.law().release() + " 的文本或当时的核算程序已不在本服务中，请用保存该版本的程序复算。"));
        var decision = Adjudicator.replay(document.facts(), law);
        return new Recalled(row, bill(document.bill()), decision, document.decision(), decision.canonicalJson());
    }

    /** What the provider was given for what it takes back: a decision made again later was no business of the provider's. */
    public Optional<SettlementDecision> given(SettlementRow row) {
        return row.reverses()
                .filter(any -> row.redone().isEmpty())
                .flatMap(settlements::find)
                .filter(reversed -> reversed.redone().isPresent())
                .map(settlements::first)
                .map(this::run)
                .map(Recalled::decision);
    }

    private BillRecord bill(String stored) {
        try {
            return json.readValue(stored, BillRecord.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
