package jumin.enrollment.person;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 查询条件: at least one; all given ones must match. In the body, never in an address. */
@Schema(description = "查询条件，至少一项；同时给出的都须符合")
public record PersonSearch(
        @Nullable @Size(min = 5, max = 30) @Schema(description = "证件号码，全号", examples = "110101199001011234")
        String idNumber,

        @Nullable @Size(min = 1, max = 100) @Schema(description = "姓名或其开头", examples = "李秀")
        String name,

        @Nullable @Size(max = 30) @Schema(description = "个人编号")
        String personNo,

        @Nullable
        @Pattern(regexp = "[0-9Xx]{4}", message = "证件号码后四位")
        @Schema(description = "证件号码后四位", examples = "1234")
        String idTail) {

    boolean isEmpty() {
        return idNumber == null && name == null && personNo == null && idTail == null;
    }

    @Override
    public String toString() {
        return "PersonSearch";
    }
}
