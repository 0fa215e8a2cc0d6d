package jumin.enrollment.move;

import jakarta.validation.constraints.NotNull;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member and what it will be to the head. */
@Schema(description = "成员与户主关系")
public record MemberRelation(
        @NotNull PersonId personId,
        @NotNull @Schema(examples = "SON") Relation relation) {

    Regrouping.Joining joining() {
        return new Regrouping.Joining(personId, relation);
    }
}
