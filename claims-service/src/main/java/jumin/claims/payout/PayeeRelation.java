package jumin.claims.payout;

/** 收款人与参保人的关系：本人、监护人、受托人、继承人 */
public enum PayeeRelation {
    SELF,
    GUARDIAN,
    PROXY,
    HEIR
}
