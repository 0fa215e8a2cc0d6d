package jumin.enrollment.enrollment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * 参保事由: what else the law asks about this kind of enrollment; absent what it does not ask.
 *
 * @param chooseNextYearOnly a newborn's guardian pays for the next year only
 * @param eventDate day of moving in, returning, release, end of employee insurance …
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "与参保类型有关的事由；没有的不填")
public record EnrollmentFacts(
        @Nullable @Schema(description = "身份认定日期") LocalDate recognizedDate,
        @Nullable @Schema(description = "新生儿监护人选择只缴次年") Boolean chooseNextYearOnly,
        @Nullable @Schema(description = "退出现役日期") LocalDate dischargeDateFromService,

        @Nullable @Schema(description = "事由发生日期：迁入、回国、释放、职工医保中断等")
        LocalDate eventDate) {

    public static final EnrollmentFacts NONE = new EnrollmentFacts(null, null, null, null);
}
