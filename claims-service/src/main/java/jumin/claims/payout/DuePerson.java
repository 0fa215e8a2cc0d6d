package jumin.claims.payout;

import jumin.claims.insured.PersonId;
import jumin.claims.settlement.SettlementId;
import jumin.regulation.Money;

/**
 * 基金与本人之间的一笔: told in the transaction that books it.
 *
 * @param amount what the fund owes the person; negative when it is to be recovered
 */
public record DuePerson(PersonId person, String area, String divisionPath, SettlementId settlement, Money amount) {}
