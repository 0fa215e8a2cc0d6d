package jumin.enrollment.ending;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.HouseholdId;

/** 身故后离开的户: of whom and since when no longer, so that a mistake can be taken back. */
@RegisterForReflection
public record LeftHousehold(Optional<HouseholdId> household, Optional<Relation> relation, Optional<LocalDate> leftOn) {

    static final LeftHousehold NONE = new LeftHousehold(Optional.empty(), Optional.empty(), Optional.empty());
}
