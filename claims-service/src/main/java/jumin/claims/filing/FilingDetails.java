package jumin.claims.filing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jumin.regulation.Rate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 备案、认定、申报的内容: exactly one of them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "备案、认定、申报的内容：填且只填一项")
public record FilingDetails(
        @Valid OffArea offArea,
        @Valid Chronic chronic,
        @Valid TwoDisease twoDisease,
        @Valid OutsidePurchase outsidePurchase,
        @Valid Trauma trauma,
        @Valid Referral referral,
        @Valid StayOverlap stayOverlap,
        @Valid CaseFacts caseFacts,
        @Valid SignUp signUp) {

    /** The provinces of GB/T 2260, and in them a city or a county. */
    private static final String PLACE = "(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])(\\d{2}){0,2}";

    /** 异地就医备案: why and where. */
    @Schema(description = "异地就医备案：原因与就医地")
    public record OffArea(
            @NotBlank
            @Size(max = 40)
            @Schema(description = "原因：long_term_resident、referral、temporary、student_vacation、emergency")
            String reason,

            @NotNull
            @Pattern(regexp = PLACE, message = "须是省、市或县的区划代码")
            @Schema(description = "就医地区划代码：省两位、市四位或六位", examples = "31")
            String place) {}

    /** 门诊慢特病认定 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "门诊慢特病认定：病种（法规用语），必要时写类别")
    public record Chronic(
            @NotNull @Size(min = 1, max = 10) List<@NotBlank @Size(max = 40) String> diseases,

            @Size(max = 10) @Schema(description = "类别 I 或 II；法规按病种判断的不填")
            String chronicClass,

            @Size(max = 20) @Schema(description = "已包含的两病：hypertension、diabetes、both")
            String twoDisease) {}

    /** 两病认定 */
    @Schema(description = "两病认定：hypertension、diabetes、both")
    public record TwoDisease(@NotBlank @Size(max = 20) String disease) {}

    /** 外检外购备案: where the hospital sends for what it lacks. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "外检外购备案：所去机构的级别与所在地；机构已登记的写编号，级别、所在地须相符，当日须是定点")
    public record OutsidePurchase(
            @NotBlank @Size(max = 20) @Schema(examples = "tertiary")
            String providerLevel,

            @NotNull @Pattern(regexp = "\\d{6}") @Schema(description = "所去机构所在统筹区", examples = "310100")
            String area,

            @Pattern(regexp = "[HP][0-9A-Z]{5,19}")
            @Schema(description = "所去机构编号；不写的，结算时列为待核实", examples = "H13100200001")
            String provider) {}

    /** 外伤申报; the share is what the agency found, undecided until then. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "外伤申报：经过与第三人责任；fundAdvance 为第三人不支付、经本人申请由基金先行支付并追偿")
    public record Trauma(
            @NotBlank @Size(max = 500) @Schema(description = "受伤经过（本人申报）")
            String course,

            @Schema(description = "第三人责任比例；无第三人写 0") Rate thirdPartyShare,
            boolean fundAdvance) {}

    /** 转诊转院 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "转诊转院：转出机构与日期，接续前次住院")
    public record Referral(
            @NotNull @Pattern(regexp = "[HP][0-9A-Z]{5,19}") @Schema(description = "转出机构编号")
            String fromProvider,

            @NotNull @Schema(description = "转出日期（出院日期）") LocalDate transferredOn) {}

    /** 重叠住院核实: why two stays of one person at the same time are both real. */
    @Schema(description = "重叠住院核实：两次住院日期重叠而都属实的原因；有效期写入院日期")
    public record StayOverlap(
            @NotBlank @Size(max = 500) @Schema(description = "核实经过与结论")
            String explanation) {}

    /** 情形核定: what the agency has found that decides a case, under the names that the law leaves to it. */
    @Schema(description = "情形核定：法规由经办机构核定的事实，如 complication_confirmed；有效期写所涉就诊的日期")
    public record CaseFacts(
            @NotNull
            @Schema(
                    description = "事实，名称照参保地法规词汇",
                    implementation = Object.class,
                    type = SchemaType.OBJECT,
                    examples = "{\"complication_confirmed\": true}")
            JsonNode facts,

            @NotBlank @Size(max = 500) @Schema(description = "核定的依据（病历、鉴定等）")
            String evidence) {}

    /** 门诊签约: the institution that the person has chosen for outpatient care. */
    @Schema(description = "门诊签约：参保人选定的门诊医疗机构")
    public record SignUp(
            @NotNull @Pattern(regexp = "[HP][0-9A-Z]{5,19}") @Schema(description = "签约机构编号")
            String provider) {}

    @AssertTrue(message = "填且只填一项内容")
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isExactlyOne() {
        return Stream.of(
                                offArea,
                                chronic,
                                twoDisease,
                                outsidePurchase,
                                trauma,
                                referral,
                                stayOverlap,
                                caseFacts,
                                signUp)
                        .filter(Objects::nonNull)
                        .count()
                == 1;
    }

    FilingKind kind() {
        if (offArea != null) {
            return FilingKind.OFF_AREA;
        }
        if (chronic != null) {
            return FilingKind.CHRONIC;
        }
        if (twoDisease != null) {
            return FilingKind.TWO_DISEASE;
        }
        if (outsidePurchase != null) {
            return FilingKind.OUTSIDE_PURCHASE;
        }
        if (trauma != null) {
            return FilingKind.TRAUMA;
        }
        if (referral != null) {
            return FilingKind.REFERRAL;
        }
        if (caseFacts != null) {
            return FilingKind.CASE_FACTS;
        }
        return signUp != null ? FilingKind.SIGN_UP : FilingKind.STAY_OVERLAP;
    }
}
