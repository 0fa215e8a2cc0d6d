package jumin.enrollment.eligibility;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** 参保资格与新生儿参保年度的试算 */
@Path("")
@RunOnVirtualThread
@RolesAllowed({Roles.VILLAGE_HELPER, Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER, Roles.SCHOOL})
@Tag(name = "eligibility", description = "参保资格、参保地、新生儿参保年度")
public class EligibilityResource {

    private final CheckEligibility check;
    private final Clock clock;

    EligibilityResource(CheckEligibility check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    /** Whether, and where. */
    @Schema(description = "能否参保，在哪里登记")
    public record EligibilityFound(LawAnswer eligibility, LawAnswer place) {}

    /** A newborn's facts. */
    @Schema(description = "新生儿的出生日期和办理日期")
    public record NewbornQuestion(
            @NotNull @Pattern(regexp = "\\d{12}", message = "村（居）代码为12位数字") @Schema(examples = "110101199201")
            String divisionCode,

            @NotNull LocalDate birthDate,
            @Nullable @Schema(description = "登记并缴费之日；不填为今天") LocalDate on) {}

    /** What the guardian may choose. */
    @Schema(description = "监护人的两种选择及其待遇")
    public record NewbornOptions(
            @Schema(description = "距出生天数") long daysSinceBirth,
            @Schema(description = "缴纳出生当年") LawAnswer birthYear,
            @Schema(description = "只缴纳出生次年") LawAnswer nextYearOnly) {}

    @POST
    @Path("eligibility-checks")
    @Transactional
    @Operation(operationId = "checkEligibility", summary = "参保资格试算", description = "按事实说明能否参加居民医保、在哪里登记，附条文依据；不存任何内容。")
    public EligibilityFound eligibility(@NotNull @Valid EligibilityQuestion question) {
        return check.eligibility(question);
    }

    @POST
    @Path("newborn-options")
    @Transactional
    @Operation(
            operationId = "listNewbornOptions",
            summary = "新生儿参保年度试算",
            description = "监护人缴纳出生当年或只缴次年，各自何日起享受待遇，附条文依据；不存任何内容。")
    public NewbornOptions newborn(@NotNull @Valid NewbornQuestion question) {
        return check.newborn(question, question.on() == null ? LocalDate.now(clock) : question.on());
    }
}
