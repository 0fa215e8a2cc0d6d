package jumin.enrollment.move;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 迁出: one person leaves its household and the area. The enrollment is ended on its own. */
@Schema(description = "迁出本户，不迁入辖区内其他户；参保关系另行终止")
public record DepartureSubmission(
        @Nullable @Schema(description = "户主迁出时，留下的成员中谁为户主") PersonId successor,
        @NotNull @Schema(description = "迁出之日") LocalDate on,

        @NotBlank @Size(max = 200) @Schema(examples = "户口迁往外省")
        String reason) {

    Regrouping regrouping(PersonId person) {
        return new Regrouping(
                List.of(new Regrouping.Joining(person, Relation.OTHER)),
                Optional.empty(),
                "",
                Optional.ofNullable(successor),
                on,
                reason);
    }
}
