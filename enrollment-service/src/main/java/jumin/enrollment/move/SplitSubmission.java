package jumin.enrollment.move;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.household.HouseholdKey;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 分户: some members become a household of their own. */
@Schema(description = "分户：部分成员另立一户，其中一人为户主")
public record SplitSubmission(
        @NotEmpty @Size(max = 50) List<@NotNull @Valid MemberRelation> members,

        @NotNull @Pattern(regexp = "\\d{12}", message = "村（居）代码为12位数字") @Schema(examples = "110101199201")
        String divisionCode,

        @NotBlank @Size(max = 30) @Schema(description = "新户编号", examples = "002")
        String houseNumber,

        @Nullable @Size(max = 200) String address,
        @Nullable @Schema(description = "户主分出时，留下的成员中谁为户主") PersonId successor,
        @NotNull LocalDate on,

        @NotBlank @Size(max = 200) @Schema(examples = "儿子成家另立户口")
        String reason) {

    Regrouping regrouping(String path) {
        return new Regrouping(
                members.stream().map(MemberRelation::joining).toList(),
                Optional.of(new HouseholdKey(path, houseNumber.strip())),
                Optional.ofNullable(address).orElse(""),
                Optional.ofNullable(successor),
                on,
                reason);
    }
}
