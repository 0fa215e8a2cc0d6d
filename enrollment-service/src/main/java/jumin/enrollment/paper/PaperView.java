package jumin.enrollment.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A paper that was handed out. */
@Schema(description = "已开具的单据")
public record PaperView(
        UUID paperId,
        PaperKind kind,
        String title,
        int benefitYear,

        @Schema(examples = "7K3M-Q9TD-2HXE", description = "验证码，不含个人信息")
        String verificationCode,

        boolean masked,
        String purpose,
        String issuer,
        OffsetDateTime issuedAt,
        @Schema(description = "已打印次数") int prints) {

    /** What somebody learns who was shown a paper. */
    @Schema(description = "单据验证结果；只答真伪、姓氏、地区和现状")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record VerificationView(
            boolean genuine,
            Optional<String> title,
            Optional<Integer> benefitYear,
            @Schema(examples = "李**") Optional<String> maskedName,
            @Schema(description = "开具地") Optional<String> divisionName,
            Optional<LocalDate> issuedOn,
            @Schema(description = "该参保登记目前是否有效") Optional<Boolean> inForce) {

        static final VerificationView UNKNOWN = new VerificationView(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
