package jumin.claims.message;

/** 报文的业务：结算、冲正 */
public enum MessageKind {
    SETTLEMENT,
    REVERSAL
}
