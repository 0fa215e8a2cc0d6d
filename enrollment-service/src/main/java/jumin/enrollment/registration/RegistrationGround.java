package jumin.enrollment.registration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 参保资格的事实, by which somebody belongs to those whom the area insures. */
@Schema(description = "参保资格的事实；没有的不填")
public record RegistrationGround(
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
    public Map<String, Boolean> facts() {
        var facts = new LinkedHashMap<String, Boolean>();
        facts.put("local_household", Boolean.TRUE.equals(localHousehold));
        facts.put("residence_permit", Boolean.TRUE.equals(residencePermit));
        facts.put("student", Boolean.TRUE.equals(student));
        facts.put("college_student", Boolean.TRUE.equals(collegeStudent));
        facts.put("kindergarten", Boolean.TRUE.equals(kindergarten));
        facts.put("collective_household", Boolean.TRUE.equals(collectiveHousehold));
        facts.put("assistance_or_subsidised_identity", Boolean.TRUE.equals(aided));
        facts.put("employee_insured", Boolean.TRUE.equals(employeeInsured));
        facts.put("insured_elsewhere", Boolean.TRUE.equals(insuredElsewhere));
        return facts;
    }
}
