package jumin.enrollment.move;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 变更户主: who is head from a day on, and what the others are to the new head. */
@Schema(description = "变更户主；原户主仍在户内的，要写明与新户主的关系")
public record HeadSubmission(
        @NotNull PersonId newHead,

        @Nullable @Size(max = 50) @Schema(description = "其他成员与新户主的关系；不写的不变")
        List<@NotNull @Valid MemberRelation> relations,

        @NotNull LocalDate on,

        @NotBlank @Size(max = 200) @Schema(examples = "原户主去世")
        String reason) {

    List<MemberRelation> others() {
        return Optional.ofNullable(relations).orElse(List.of());
    }
}
