package jumin.claims.settlement;

/** 已写下的冲正, whatever led to it: told in its transaction. */
public record WrittenReversal(SettlementRow original, SettlementRow red) {}
