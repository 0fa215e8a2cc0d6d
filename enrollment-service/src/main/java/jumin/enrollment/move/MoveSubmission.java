package jumin.enrollment.move;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.household.HouseholdKey;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 迁移: one person into another household of the caller's own division. */
@Schema(description = "迁入另一户；户编号不存在时立户")
public record MoveSubmission(
        @NotNull @Pattern(regexp = "\\d{12}", message = "村（居）代码为12位数字") @Schema(examples = "110101199201")
        String divisionCode,

        @NotBlank @Size(max = 30) @Schema(description = "户编号", examples = "001")
        String houseNumber,

        @Nullable @Size(max = 200) String address,
        @NotNull @Schema(examples = "SPOUSE") Relation relation,
        @Nullable @Schema(description = "户主迁出时，留下的成员中谁为户主") PersonId successor,
        @NotNull @Schema(description = "迁移之日") LocalDate on,

        @NotBlank @Size(max = 200) @Schema(examples = "结婚落户")
        String reason) {

    Regrouping regrouping(PersonId person, String path) {
        return new Regrouping(
                List.of(new Regrouping.Joining(person, relation)),
                Optional.of(new HouseholdKey(path, houseNumber.strip())),
                Optional.ofNullable(address).orElse(""),
                Optional.ofNullable(successor),
                on,
                reason);
    }
}
