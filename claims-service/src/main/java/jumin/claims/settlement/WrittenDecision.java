package jumin.claims.settlement;

import jumin.claims.adjudication.AssembledBill;

/** 已写下的决定, whatever led to it: told in its transaction. */
public record WrittenDecision(SettlementRow row, AssembledBill.Decided decided) {}
