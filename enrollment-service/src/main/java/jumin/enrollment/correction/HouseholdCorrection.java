package jumin.enrollment.correction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 更正户信息: only what is given is changed. */
@Schema(description = "更正户信息；只填要改的")
public record HouseholdCorrection(
        @NotBlank @Size(max = 200) @Schema(examples = "住址漏写门牌号")
        String reason,

        @Nullable @Size(min = 1, max = 30) @Schema(description = "户编号", examples = "001")
        String houseNumber,

        @Nullable @Size(max = 200) String address,
        @Nullable @Schema(description = "集体户：不是一个家庭，成员各自参保") Boolean collective) {

    boolean saysNothing() {
        return Stream.of(houseNumber, address, collective).allMatch(Objects::isNull);
    }
}
