package jumin.claims.adjudication;

/** 核算文书: what a decision was about and what it was, as canonical texts; replay reads these and nothing else. */
public record DecisionDocument(String bill, String facts, String decision) {}
