package jumin.bench;

/** 答案：the amounts that every contender must give alike, in fen. */
public record Amounts(
        long total,
        long outOfScope,
        long scope,
        long deductible,
        long pool,
        long eligible,
        long critical,
        long person) {}
