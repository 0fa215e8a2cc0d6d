package jumin.claims.adjudication;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jumin.regulation.review.ReviewFacts;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 出院时的费用行: a drug to take home for some days, or a treatment or examination ordered at discharge. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "出院带药或出院时开出的治疗、检查；填 supplyDays 的是带药")
public record AtDischarge(
        @Min(1)
        @Max(3660)
        @Schema(
                description = "带药天数；治疗、检查不填",
                examples = "7",
                extensions = @Extension(name = "x-nhsa", value = "prd_days"))
        Integer supplyDays,

        @Pattern(regexp = "acute|chronic") @Schema(description = "急性病 acute、慢性病 chronic")
        String course,

        @Pattern(regexp = "oral|injection|external") @Schema(description = "剂型：oral 口服、injection 注射剂、external 外用")
        String form,

        @Schema(description = "是否胰岛素") Boolean insulin,
        @Schema(description = "是否一个最小包装") Boolean smallestPackage) {

    /** As the law's rules of review want it. */
    public ReviewFacts into(ReviewFacts facts) {
        if (supplyDays == null) {
            return facts.flag("ordered_at_discharge", true);
        }
        var drug = facts.dischargeDrug(supplyDays)
                .flag("insulin", Boolean.TRUE.equals(insulin))
                .flag("smallest_package", Boolean.TRUE.equals(smallestPackage));
        drug = course == null ? drug : drug.word("disease_course", course);
        return form == null ? drug : drug.word("form", form);
    }
}
