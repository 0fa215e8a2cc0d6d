package jumin.enrollment.move;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import jumin.enrollment.person.HouseholdId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 并户: all members of a household go into another one. */
@Schema(description = "并户：本户全体成员并入另一户，逐人写明与该户户主的关系")
public record MergerSubmission(
        @NotNull HouseholdId into,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid MemberRelation> members,
        @NotNull LocalDate on,

        @NotBlank @Size(max = 200) @Schema(examples = "父母并入儿子户")
        String reason) {}
