package jumin.enrollment.newborn;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentFacts;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.IdType;
import jumin.enrollment.person.PersonFacts;
import jumin.enrollment.person.Sex;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 死亡新生儿登记: who was born and died, and the parent whose cover the law asks about. */
@Schema(description = "死亡新生儿登记；父母一方填证件号码核对参保，职工医保等本系统没有的凭材料")
public record DeceasedNewbornSubmission(
        @NotBlank @Size(max = 200) @Schema(examples = "李秀兰之子")
        String name,

        @NotBlank @Size(max = 40) @Schema(description = "出生医学证明编号", examples = "O360000001")
        String birthCertificate,

        @NotNull LocalDate birthDate,
        @NotNull Sex sex,
        @NotNull LocalDate deathDate,

        @NotBlank @Size(max = 200) @Schema(description = "死亡证明", examples = "居民死亡医学证明书 36090201")
        String deathCertificate,

        @Nullable @Size(max = 40) @Schema(description = "父或母的证件号码；用于核对参保")
        String parentIdNumber,

        @Nullable @Size(max = 200) @Schema(description = "父或母在本统筹区参加职工医保等的材料", examples = "职工医保参保证明")
        String parentOtherCover,

        @NotNull @Pattern(regexp = "\\d{12}", message = "村（居）代码为12位数字") @Schema(examples = "110101199201")
        String divisionCode,

        @NotBlank @Size(max = 30) @Schema(description = "户编号", examples = "001")
        String houseNumber,

        @NotNull @Schema(examples = "SON") Relation relation) {

    Optional<String> otherCover() {
        return Optional.ofNullable(parentOtherCover).filter(text -> !text.isBlank());
    }

    PersonFacts.Written written() {
        return new PersonFacts.Written(
                name, IdType.BIRTH_CERTIFICATE, birthCertificate, Optional.of(birthDate), Optional.of(sex), "", "");
    }

    EnrollmentFacts facts(boolean parentInsured) {
        return EnrollmentFacts.deceased(deathDate, parentInsured);
    }

    @Override
    public String toString() {
        return "DeceasedNewbornSubmission";
    }
}
