package jumin.claims.payout;

import java.util.Optional;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.SettlementId;
import jumin.regulation.Money;

/**
 * 基金与本人之间的一笔: told in the transaction that books it.
 *
 * @param amount what the fund owes the person; negative when it is to be recovered
 * @param finding for which it is to be recovered, if for one
 */
public record DuePerson(
        PersonId person,
        String area,
        String divisionPath,
        SettlementId settlement,
        Money amount,
        Optional<UUID> finding) {

    DuePerson of(Money other) {
        return new DuePerson(person, area, divisionPath, settlement, other, finding);
    }

    /** The same person is owed something for a decision. */
    DuePerson payable(SettlementId decision, Money other) {
        return new DuePerson(person, area, divisionPath, decision, other);
    }

    DuePerson by(UUID because) {
        return new DuePerson(person, area, divisionPath, settlement, amount, Optional.of(because));
    }

    public DuePerson(PersonId person, String area, String divisionPath, SettlementId settlement, Money amount) {
        this(person, area, divisionPath, settlement, amount, Optional.empty());
    }
}
