package jumin.regulation.formality;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.regulation.law.Citation;
import jumin.regulation.worksheet.Denial;

/** 手续的结论。 */
public sealed interface FormalityDecision {

    String release();

    /** 期限；none where the text names none (及时). */
    record Deadline(Optional<LocalDate> last, Optional<Boolean> onTime, Citation citation, String release)
            implements FormalityDecision {}

    /** 材料：all that the text asks for, and what is missing. */
    record Documents(List<String> required, List<String> missing, Citation citation, String release)
            implements FormalityDecision {

        public Documents {
            required = List.copyOf(required);
            missing = List.copyOf(missing);
        }
    }

    /** 是否允许。 */
    record Checked(Optional<Denial> cause, Citation citation, String release) implements FormalityDecision {}

    /** 是否按时：so many hours are allowed. */
    record Timely(boolean onTime, long hours, Citation citation, String release) implements FormalityDecision {}

    /** 出院带药可付的天数。 */
    record PayableDays(long days, Optional<Denial> cause, Citation citation, String release)
            implements FormalityDecision {}

    /** 本地没有此项规定。 */
    record NotRegulated(Denial cause, String release) implements FormalityDecision {}

    /** 暂缓。 */
    record Held(Denial cause, String release) implements FormalityDecision {}
}
