package jumin.enrollment.move;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.household.HouseholdKey;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.PersonId;

/**
 * 户的变动: who goes into which household, from which day on.
 *
 * @param target where they go; empty when they leave the area
 * @param successor who becomes head of the household they leave, when its head goes and others stay
 */
record Regrouping(
        List<Joining> joining,
        Optional<HouseholdKey> target,
        String address,
        Optional<PersonId> successor,
        LocalDate on,
        String reason) {

    Regrouping {
        joining = List.copyOf(joining);
    }

    /** Somebody and what they will be to the head. */
    record Joining(PersonId person, Relation relation) {}

    List<PersonId> people() {
        return joining.stream().map(Joining::person).toList();
    }
}
