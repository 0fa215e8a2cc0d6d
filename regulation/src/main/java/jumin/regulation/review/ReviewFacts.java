package jumin.regulation.review;

import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;

/** 审核的事实：of a line of a bill, or of a care as a whole. What is not said is not so. */
public record ReviewFacts(Facts facts) {

    public static ReviewFacts none() {
        return new ReviewFacts(Facts.none());
    }

    /** 出院带药：how many days the drug lasts. */
    public ReviewFacts dischargeDrug(long days) {
        return new ReviewFacts(facts.with("discharge_drug", true).with("days", days));
    }

    /** A flag that the vocabulary declares. */
    public ReviewFacts flag(String name, boolean value) {
        return new ReviewFacts(facts.with(name, value));
    }

    public ReviewFacts count(String name, long value) {
        return new ReviewFacts(facts.with(name, value));
    }

    public ReviewFacts word(String name, String value) {
        return new ReviewFacts(facts.with(name, value));
    }

    public String canonicalJson() {
        return FactsJson.canonical(facts);
    }
}
