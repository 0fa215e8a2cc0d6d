package jumin.enrollment.school;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 登记的学校 */
@Schema(description = "登记的学校")
public record School(
        @Schema(examples = "XX11010101") String code,
        @Schema(examples = "示范大学") String name,
        SchoolKind kind,
        @Schema(examples = "高等学校") String kindName,
        @Schema(description = "所在县（市、区）的区划代码") String countyCode) {

    public boolean isUniversity() {
        return kind == SchoolKind.UNIVERSITY;
    }
}
