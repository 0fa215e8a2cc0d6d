package jumin.enrollment.enrollment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * 参保事由: what else the law asks about this kind of enrollment; absent what it does not ask.
 *
 * @param chooseNextYearOnly a newborn's guardian pays for the next year only
 * @param eventDate day of moving in, returning, release, end of employee insurance …
 * @param deathDate of a newborn who died; written by this service, never sent to it
 * @param ground by what the law admits the person, where the counter stated the facts; never sent to it
 * @param parentInsuredInArea that a parent is insured, as this service checked it; never sent to it
 * @param evidence what was shown for it, without numbers of persons
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "与参保类型有关的事由；没有的不填")
public record EnrollmentFacts(
        @Nullable @Schema(description = "身份认定日期") LocalDate recognizedDate,
        @Nullable @Schema(description = "新生儿监护人选择只缴次年") Boolean chooseNextYearOnly,
        @Nullable @Schema(description = "退出现役日期") LocalDate dischargeDateFromService,

        @Nullable @Schema(description = "事由发生日期：迁入、回国、释放、职工医保中断等")
        LocalDate eventDate,

        @Nullable @Null(message = "由死亡新生儿登记填写，不能报送") @Schema(readOnly = true, description = "新生儿死亡日期")
        LocalDate deathDate,

        @Nullable @Null(message = "由死亡新生儿登记填写，不能报送") @Schema(readOnly = true, description = "父母一方在本统筹区正常参保")
        Boolean parentInsuredInArea,

        @Nullable @Null(message = "由参保资格核验填写，不能报送") @Schema(readOnly = true, description = "参保资格", examples = "本市户籍")
        String ground,

        @Nullable @Size(max = 200) @Schema(description = "事由的材料；不写证件号码", examples = "退出现役证")
        String evidence) {

    public static final EnrollmentFacts NONE = new EnrollmentFacts(null, null, null, null, null, null, null, null);

    /** 参保资格: by what the law of the area admits the person. */
    public EnrollmentFacts onGround(String admitted) {
        return new EnrollmentFacts(
                recognizedDate,
                chooseNextYearOnly,
                dischargeDateFromService,
                eventDate,
                deathDate,
                parentInsuredInArea,
                admitted,
                evidence);
    }

    /** The same, shown by that. */
    public EnrollmentFacts shownBy(String shown) {
        return new EnrollmentFacts(
                recognizedDate,
                chooseNextYearOnly,
                dischargeDateFromService,
                eventDate,
                deathDate,
                parentInsuredInArea,
                ground,
                shown);
    }

    /** 死亡新生儿 */
    public static EnrollmentFacts deceased(LocalDate deathDate, boolean parentInsuredInArea) {
        return new EnrollmentFacts(null, null, null, null, deathDate, parentInsuredInArea, null, null);
    }
}
