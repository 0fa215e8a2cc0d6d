package jumin.enrollment.move;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 申请整户迁移: a family goes together. */
@Schema(description = "整户迁往本统筹区内、辖区外的村（居）")
public record HouseholdTransferSubmission(
        @NotNull HouseholdId householdId,

        @NotNull @Pattern(regexp = "\\d{12}", message = "村（居）代码为12位数字") @Schema(examples = "110101199201")
        String toDivisionCode,

        @NotNull @Schema(description = "迁移之日") LocalDate on,

        @NotBlank @Size(max = 200) @Schema(examples = "易地搬迁")
        String reason) {

    /** 接收整户: into which household. */
    @Schema(name = "HouseholdTransferAcceptance", description = "接收整户：入哪一户；各成员与户主的关系不变")
    public record Acceptance(
            @NotBlank @Size(max = 30) @Schema(description = "户编号", examples = "001")
            String houseNumber,

            @Nullable @Size(max = 200) String address,

            @Nullable @Schema(implementation = String.class, description = "另定户主的，填其人员编号；不填则户主不变")
            PersonId head) {}
}
