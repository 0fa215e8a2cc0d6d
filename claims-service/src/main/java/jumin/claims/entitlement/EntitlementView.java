package jumin.claims.entitlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jumin.claims.coverage.Cover;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.insured.PersonId;
import jumin.claims.insured.Recognition;
import jumin.claims.readmodel.ReadModelAge;
import jumin.platform.personal.Masked;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to an entitlement check. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "待遇资格：ENTITLED 享受、NOT_ENTITLED 不享受、UNDETERMINED 暂不能判定（next 写明下一步）")
public record EntitlementView(
        LocalDate on,
        Verdict verdict,
        String code,
        String reason,
        String article,
        String next,
        PersonView person,
        List<CategoryView> categories,
        List<Cover.Interval> intervals,
        OffsetDateTime coverComputedAt,
        List<ReadModelAge> readModels) {

    /** 享受、不享受、暂不能判定。 */
    public enum Verdict {
        ENTITLED,
        NOT_ENTITLED,
        UNDETERMINED
    }

    /** Who it is, masked. */
    @Schema(description = "参保人（姓名、证件已遮盖）")
    public record PersonView(PersonId personId, String personNo, String name, String idNumber, String area) {

        static PersonView of(InsuredPerson person) {
            return new PersonView(
                    person.id(), person.personNo(), Masked.name(person.name()), person.idMasked(), person.area());
        }
    }

    /** A category on the day. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "当日有效的身份认定")
    public record CategoryView(String category, LocalDate from, LocalDate to, String organ) {

        static CategoryView of(Recognition one) {
            return new CategoryView(one.category(), one.from(), one.to().orElse(null), one.organ());
        }
    }

    static EntitlementView undetermined(
            LocalDate on, String code, String reason, String next, List<ReadModelAge> ages) {
        return new EntitlementView(
                on, Verdict.UNDETERMINED, code, reason, null, next, null, List.of(), List.of(), null, ages);
    }
}
