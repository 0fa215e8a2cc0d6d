package jumin.regulation.settlement;

import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;

/** 待遇核算。Pure: the same facts under the same law always yield the same decision, to the byte. */
public final class Adjudicator {

    private Adjudicator() {}

    public static SettlementDecision adjudicate(SettlementFacts facts, Law law) {
        return receive(facts, law).adjudicateOnce();
    }

    /** Reads the facts once, for who computes with them more than once. */
    public static Received receive(SettlementFacts facts, Law law) {
        return SettlementProgram.of(law).receive(facts.facts());
    }

    /** Decides stored facts again; under the same release the answer's canonical text is the stored one. */
    public static SettlementDecision replay(String factsJson, Law law) {
        return adjudicate(read(factsJson, law), law);
    }

    /** The facts of a stored decision. */
    public static SettlementFacts read(String factsJson, Law law) {
        return new SettlementFacts(FactsJson.read(factsJson, Vocabulary.of(law).facts("settlement")));
    }
}
