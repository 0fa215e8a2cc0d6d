package jumin.enrollment.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.EnrollmentState;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.person.PersonId;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 参保登记 as staff sees it. */
@Schema(description = "参保登记")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record EnrollmentView(
        EnrollmentId enrollmentId,
        PersonId personId,
        String personNo,
        @Schema(examples = "李**") String maskedName,
        @Schema(examples = "110101********1247") String idMasked,
        String divisionPath,
        int benefitYear,
        EnrollmentType type,
        @Schema(examples = "普通居民") String typeName,
        EnrollmentState state,
        LocalDate registeredOn,
        LocalDate birthDate,
        @Schema(implementation = Object.class) JsonNode facts,
        @Schema(implementation = LocalDate.class) Optional<LocalDate> endedOn,
        @Schema(implementation = String.class) Optional<String> endReason,
        @Schema(implementation = SubsidySummary.class) Optional<SubsidySummary> subsidy,
        @Schema(implementation = RefundSummary.class) Optional<RefundSummary> refund,
        long version) {

    /** What contribution told of a refund. */
    @Schema(description = "已退费；详情在征缴服务")
    public record RefundSummary(
            String refundId,
            @Schema(examples = "death") String cause,
            @Schema(description = "下达退费之日") LocalDate on) {}

    /** The decision in short; in full under {@code /enrollments/{id}/subsidy}. */
    @Schema(description = "资助决定摘要")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record SubsidySummary(
            @Schema(description = "DECIDED 已定；HELD 暂缓") String state,
            @Schema(description = "none 无；fixed 定额；full 全额") String tier,

            @Schema(implementation = String.class, examples = "320.00")
            Optional<Money> amount,

            @Schema(implementation = String.class, examples = "60.00")
            Optional<Money> personAmount,

            @Schema(implementation = String.class) Optional<String> category) {}
}
