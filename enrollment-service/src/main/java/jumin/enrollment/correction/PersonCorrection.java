package jumin.enrollment.correction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.enrollment.person.IdType;
import jumin.enrollment.person.Sex;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 更正（原来登记有误）或变更（自某日起不同）: only what is given is changed. */
@Schema(description = "更正或变更参保人信息；只填要改的")
public record PersonCorrection(
        @NotNull @Schema(description = "CORRECTION 更正：原来登记有误，自始按新的；CHANGE 变更：自 effectiveOn 起按新的")
        Kind kind,

        @Nullable @Schema(description = "变更自哪一日起；变更时必填") LocalDate effectiveOn,

        @NotBlank @Size(max = 200) @Schema(examples = "身份证上为“兰”，登记时误写为“蓝”")
        String reason,

        @NotNull @Schema(description = "所凭材料", examples = "IDENTITY_CARD")
        Evidence evidence,

        @Nullable @Size(min = 1, max = 200) String name,
        @Nullable IdType idType,
        @Nullable @Size(min = 1, max = 40) String idNumber,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,

        @Nullable @Size(max = 20) @Schema(description = "空文本表示删除手机号")
        String phone,

        @Nullable @Size(max = 30) @Schema(description = "学校代码；空文本表示离校")
        String school) {

    /** Whether the record was wrong or the world has changed. */
    public enum Kind {
        CORRECTION,
        CHANGE
    }

    boolean saysNothing() {
        return Stream.of(name, idType, idNumber, birthDate, sex, phone, school).allMatch(Objects::isNull);
    }

    boolean touchesIdentity() {
        return Stream.of(name, birthDate, sex).anyMatch(Objects::nonNull);
    }

    Optional<LocalDate> since() {
        return kind == Kind.CHANGE ? Optional.ofNullable(effectiveOn) : Optional.empty();
    }

    @Override
    public String toString() {
        return "PersonCorrection";
    }
}
