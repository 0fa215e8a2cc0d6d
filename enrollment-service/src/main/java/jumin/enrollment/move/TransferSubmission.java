package jumin.enrollment.move;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 申请迁往辖区外的村（居）。 */
@Schema(description = "迁往本统筹区内、辖区外的村（居）")
public record TransferSubmission(
        @NotNull PersonId personId,

        @NotNull @Pattern(regexp = "\\d{12}", message = "村（居）代码为12位数字") @Schema(examples = "110101199201")
        String toDivisionCode,

        @NotNull @Schema(description = "迁移之日") LocalDate on,
        @NotBlank @Size(max = 200) @Schema(examples = "婚迁") String reason) {

    /** 接收: into which household. */
    @Schema(name = "TransferAcceptance", description = "接收迁入：入哪一户，与户主什么关系")
    public record Acceptance(
            @NotBlank @Size(max = 30) @Schema(description = "户编号", examples = "001")
            String houseNumber,

            @Nullable @Size(max = 200) String address,
            @NotNull @Schema(examples = "SPOUSE") Relation relation) {}

    /** 退回 */
    @Schema(name = "TransferRefusal", description = "退回迁移申请")
    public record Refusal(
            @NotBlank @Size(max = 200) @Schema(examples = "本村没有此户")
            String reason) {}
}
