package jumin.enrollment.eligibility;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import jumin.enrollment.registration.RegistrationGround;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 参保资格的事实 */
@Schema(description = "参保资格的事实；灵活就业人员按是否参加职工医保填写")
public record EligibilityQuestion(
        @NotNull @Pattern(regexp = "\\d{12}", message = "村（居）代码为12位数字") @Schema(examples = "110101199201")
        String divisionCode,

        @Nullable @Schema(description = "本市户籍") Boolean localHousehold,
        @Nullable @Schema(description = "持本市居住证") Boolean residencePermit,
        @Nullable @Schema(description = "中小学在校学生") Boolean student,
        @Nullable @Schema(description = "大学生") Boolean collegeStudent,
        @Nullable @Schema(description = "在园幼儿") Boolean kindergarten,
        @Nullable @Schema(description = "集体户") Boolean collectiveHousehold,
        @Nullable @Schema(description = "医疗救助对象或资助参保对象") Boolean aided,
        @Nullable @Schema(description = "已参加职工医保") Boolean employeeInsured,
        @Nullable @Schema(description = "已在本市以外参保") Boolean insuredElsewhere) {

    /** By the names of the law's data. */
    Map<String, Boolean> facts() {
        return new RegistrationGround(
                        localHousehold,
                        residencePermit,
                        student,
                        collegeStudent,
                        kindergarten,
                        collectiveHousehold,
                        aided,
                        employeeInsured,
                        insuredElsewhere)
                .facts();
    }
}
