package jumin.enrollment.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentFacts;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.IdType;
import jumin.enrollment.person.PersonFacts;
import jumin.enrollment.person.Sex;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 柜台登记: one person into a household of a village, enrolled for a year. */
@Schema(description = "柜台参保登记")
public record PersonSubmission(
        @NotBlank @Size(max = 200) @Schema(examples = "李秀兰") String name,
        @NotNull @Schema(examples = "RESIDENT_ID") IdType idType,

        @NotBlank @Size(max = 40) @Schema(examples = "110101199203051247")
        String idNumber,

        @Nullable @Schema(description = "证件号码不含出生日期时必填") LocalDate birthDate,
        @Nullable @Schema(description = "证件号码不含性别时必填") Sex sex,

        @Nullable @Size(max = 20) @Schema(examples = "13800000000")
        String phone,

        @Nullable @Size(max = 30) @Schema(description = "学校代码", examples = "XX11010101")
        String school,

        @NotNull @Pattern(regexp = "\\d{12}", message = "村（居）代码为12位数字") @Schema(examples = "110101199201")
        String divisionCode,

        @NotBlank @Size(max = 30) @Schema(description = "户编号", examples = "001")
        String houseNumber,

        @Nullable @Size(max = 200) String address,
        @NotNull @Schema(examples = "HEAD") Relation relation,

        @NotNull @Min(2000) @Max(2100) @Schema(examples = "2024")
        Integer benefitYear,

        @NotNull @Schema(examples = "ordinary") EnrollmentType type,
        @Nullable @Valid EnrollmentFacts facts,

        @Nullable @Valid @Schema(description = "参保资格的事实；填写的按条文核验，不符合的不登记，符合的随登记保存")
        RegistrationGround ground) {

    PersonFacts.Written written() {
        return new PersonFacts.Written(
                name,
                idType,
                idNumber,
                Optional.ofNullable(birthDate),
                Optional.ofNullable(sex),
                Optional.ofNullable(phone).orElse(""),
                Optional.ofNullable(school).orElse(""));
    }

    EnrollmentWish wish() {
        return new EnrollmentWish(benefitYear, type, Optional.ofNullable(facts).orElse(EnrollmentFacts.NONE));
    }

    @Override
    public String toString() {
        return "PersonSubmission";
    }
}
