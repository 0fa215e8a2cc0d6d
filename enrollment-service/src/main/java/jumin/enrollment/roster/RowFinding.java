package jumin.enrollment.roster;

import jumin.enrollment.person.Finding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was found in a row, in the words of the file: its column titles, and the article where the law decides. */
@Schema(description = "一行中的一处问题")
public record RowFinding(
        @Schema(description = "NOTE 提示；WARNING 警告；ERROR 错误") Finding.Weight weight,
        @Schema(examples = "证件号码") String column,
        @Schema(examples = "ID_NUMBER_CHECK_DIGIT") String code,
        String reason,
        String suggestion,
        @Schema(description = "依据，没有则为空", examples = "第九条") String article) {}
