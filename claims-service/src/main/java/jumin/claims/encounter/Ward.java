package jumin.claims.encounter;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 科室、床位: where in the hospital somebody lies, and from where somebody came. No decision rests on it: a referral counts by its filing. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EncounterWard", description = "科室、床位、主管医生、住院号、转出机构；不影响支付，转诊以转诊备案为准")
public record Ward(
        @Size(max = 100)
        @Schema(description = "入院科室", extensions = @Extension(name = "x-nhsa", value = "adm_dept_name"))
        String department,

        @Size(max = 30) @Schema(description = "床位", extensions = @Extension(name = "x-nhsa", value = "adm_bed"))
        String bed,

        @Size(max = 50) @Schema(description = "主管医生", extensions = @Extension(name = "x-nhsa", value = "chfpdr_name"))
        String doctor,

        @Size(max = 30) @Schema(description = "住院号", extensions = @Extension(name = "x-nhsa", value = "ipt_otp_no"))
        String stayNumber,

        @Size(max = 12) @Schema(description = "转出机构编号；不是转入的不填")
        String referredFrom) {

    static final Ward UNSAID = new Ward(null, null, null, null, null);
}
