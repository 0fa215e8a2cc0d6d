package jumin.enrollment.merge;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.PersonStatus;

/**
 * What a merge carried over, so that it can be given back.
 *
 * @param status what the merged record was; of merges before this was kept it was alive
 */
@RegisterForReflection
record Carried(
        List<CarriedEnrollment> enrollments,
        List<UUID> recognitions,
        Optional<Home> home,
        Optional<PersonStatus> status) {

    Carried {
        enrollments = List.copyOf(enrollments);
        recognitions = List.copyOf(recognitions);
    }

    /** @param successor the survivor's enrollment in its place; empty when the survivor had one of its own */
    @RegisterForReflection
    record CarriedEnrollment(UUID cancelled, Optional<UUID> successor) {}

    /** The household that the merged person was a member of until the merge. */
    @RegisterForReflection
    record Home(HouseholdId household, Relation relation, LocalDate leftOn) {}
}
