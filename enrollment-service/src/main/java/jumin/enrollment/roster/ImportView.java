package jumin.enrollment.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import with its counts. */
@Schema(description = "花名册导入")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ImportView(
        RosterImportId importId,

        @Schema(
                description = "UPLOADED 校验中；VALIDATED 已校验；REFUSED 不能导入；VALIDATION_FAILED 校验中断；COMMITTING 入库中；"
                        + "COMMITTED 已入库；COMMIT_FAILED 入库中断；UNDOING 撤销中；UNDONE 已撤销")
        ImportState state,

        @Schema(examples = "青石村2024.xlsx") String fileName,

        @Schema(description = "识别出的格式或编码：xlsx、UTF-8、GB18030、UTF-16", examples = "GB18030")
        String encoding,

        @Schema(description = "按此编码读出的前三个姓名（脱敏），供核对") java.util.List<String> sampleNames,
        @Schema(examples = "110101199201") String divisionCode,
        int benefitYear,
        @Schema(description = "不能导入的原因") String message,
        CountsView counts,
        @Schema(implementation = UUID.class) Optional<UUID> validateJobId,
        @Schema(implementation = UUID.class) Optional<UUID> commitJobId,
        @Schema(implementation = UUID.class) Optional<UUID> undoJobId,
        String submittedBy,
        OffsetDateTime recordedAt) {

    static ImportView of(RosterImport roster) {
        var counts = roster.counts();
        return new ImportView(
                roster.id(),
                roster.state(),
                roster.fileName(),
                roster.format().shown(),
                roster.sampleNames(),
                roster.divisionCode(),
                roster.benefitYear(),
                roster.message(),
                new CountsView(
                        counts.total(),
                        counts.success(),
                        counts.warning(),
                        counts.error(),
                        counts.skipped(),
                        counts.registered(),
                        counts.undone()),
                roster.validateJob(),
                roster.commitJob(),
                roster.undoJob(),
                roster.submittedBy(),
                roster.recordedAt());
    }

    /** Rows by verdict, and those registered and taken back. */
    @Schema(description = "各结论的行数，已入库行数，及已撤销行数")
    public record CountsView(
            long total, long success, long warning, long error, long skipped, long registered, long undone) {}

    /** A row and its verdict. */
    @Schema(description = "花名册的一行；姓名和证件号码脱敏")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record RowView(
            @Schema(description = "表中的行号") int rowNo,
            RowVerdict verdict,
            @Schema(examples = "错误") String verdictName,

            @Schema(
                    implementation = String.class,
                    description = "REGISTERED 已入库；CONFIRMED 只确认学籍或登记为本校学生；UNDONE 已撤销；没有入库的没有")
            Optional<String> outcome,

            @Schema(examples = "李**") String maskedName,
            @Schema(examples = "110101********1247") String idMasked,
            String household,
            String relation,
            @Schema(implementation = UUID.class) Optional<jumin.enrollment.person.PersonId> personId,
            java.util.List<RowFinding> findings) {

        static RowView of(RosterRows.StoredRow row) {
            return new RowView(
                    row.rowNo(),
                    row.verdict(),
                    row.verdict().chinese(),
                    Optional.of(row.outcome()).filter(word -> !word.isEmpty()),
                    row.maskedName(),
                    row.maskedId(),
                    row.household(),
                    row.relation(),
                    row.person(),
                    row.findings());
        }
    }
}
