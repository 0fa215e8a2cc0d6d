package jumin.claims.entitlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import jumin.claims.insured.PersonId;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose bill it is: the id of an entitlement check, or id number and name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "参保人：资格查询所得 personId，或证件号码加姓名")
public record PersonReference(
        @Schema(description = "资格查询所得的人员编号", extensions = @Extension(name = "x-nhsa", value = "psn_no"))
        PersonId personId,

        @Size(min = 6, max = 30)
        @Schema(
                description = "证件号码",
                examples = "110101199003078515",
                extensions = @Extension(name = "x-nhsa", value = "certno"))
        String idNumber,

        @Size(min = 1, max = 100)
        @Schema(description = "姓名", examples = "李某", extensions = @Extension(name = "x-nhsa", value = "psn_name"))
        String name) {

    @AssertTrue(message = "填写 personId，或同时填写 idNumber 和 name")
    @Schema(hidden = true)
    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean isComplete() {
        return personId != null ? idNumber == null && name == null : idNumber != null && name != null;
    }

    public Optional<PersonId> known() {
        return Optional.ofNullable(personId);
    }
}
