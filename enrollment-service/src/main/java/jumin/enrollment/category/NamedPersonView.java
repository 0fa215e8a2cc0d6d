package jumin.enrollment.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 名单所列之人 as the place where they live sees them. */
@Schema(description = "部门名单所列、住在辖区内的人及其参保情况；姓名和证件号码脱敏")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record NamedPersonView(
        @Schema(examples = "李**") String maskedName,
        @Schema(examples = "110101********1247") String idMasked,
        @Schema(examples = "minimum_living") String category,
        @Schema(examples = "低保对象") String categoryName,
        @Schema(description = "认定机关", examples = "MZ110101") String organ,
        @Schema(examples = "2023-12") String listMonth,
        @Schema(description = "名单所写的住址区划", examples = "青石村") String divisionName,
        LocalDate from,
        @Schema(implementation = LocalDate.class) Optional<LocalDate> to,
        State state,
        @Schema(examples = "未登记") String stateName,

        @Schema(implementation = PersonId.class, description = "在辖区内登记的人")
        Optional<PersonId> personId) {

    /** How far somebody named has come. */
    @Schema(name = "NamedPersonState")
    public enum State {
        UNREGISTERED("未登记"),
        NAME_DIFFERS("姓名不符"),
        NOT_ENROLLED("该年度未参保"),
        ENROLLED("该年度已参保");

        private final String chinese;

        State(String chinese) {
            this.chinese = chinese;
        }

        String chinese() {
            return chinese;
        }
    }
}
