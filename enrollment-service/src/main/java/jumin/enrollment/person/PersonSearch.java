package jumin.enrollment.person;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 查询条件: at least one; all given ones must match. In the body, never in an address. */
@Schema(description = "查询条件，至少一项；同时给出的都须符合")
public record PersonSearch(
        @Nullable @Size(min = 5, max = 30) @Schema(description = "证件号码，全号；曾用的号码也可", examples = "110101199001011234")
        String idNumber,

        @Nullable @Size(min = 1, max = 100) @Schema(description = "姓名或其开头", examples = "李秀")
        String name,

        @Nullable
        @Pattern(regexp = "[A-Za-z]{2,20}", message = "拼音首字母，至少2个字母")
        @Schema(description = "姓名拼音首字母或其开头，多音字各读音都可", examples = "lxl")
        String initials,

        @Nullable @Size(max = 30) @Schema(description = "个人编号")
        String personNo,

        @Nullable
        @Pattern(regexp = "[0-9Xx]{4}", message = "证件号码后四位")
        @Schema(description = "证件号码后四位", examples = "1234")
        String idTail,

        @Nullable @Pattern(regexp = "[0-9]{4}", message = "手机号后四位") @Schema(description = "手机号后四位", examples = "5678")
        String phoneTail,

        @Nullable @Min(1) @Max(200) @Schema(description = "第几页，每页50人", examples = "1")
        Integer page) {

    @Schema(hidden = true)
    boolean isEmpty() {
        return Stream.of(idNumber, name, initials, personNo, idTail, phoneTail).allMatch(Objects::isNull);
    }

    int pageNumber() {
        return Optional.ofNullable(page).orElse(1);
    }

    @Override
    public String toString() {
        return "PersonSearch";
    }
}
