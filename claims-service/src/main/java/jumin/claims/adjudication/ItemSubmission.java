package jumin.claims.adjudication;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import jumin.claims.wire.Decimal;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 费用明细的一行 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "费用明细")
public record ItemSubmission(
        @NotNull
        @Min(1)
        @Schema(
                description = "行号，单内不重复",
                examples = "1",
                extensions = @Extension(name = "x-nhsa", value = "feedetl_sn"))
        Integer lineNo,

        @NotBlank
        @Size(max = 50)
        @Schema(
                description = "国家医保编码，或已对照的院内码",
                examples = "XA01ABD075A002010100001",
                extensions = @Extension(name = "x-nhsa", value = "med_list_codg"))
        String code,

        @NotBlank
        @Size(max = 200)
        @Schema(
                description = "名称",
                examples = "甲硝唑片",
                extensions = @Extension(name = "x-nhsa", value = "medins_list_name"))
        String name,

        @NotNull
        @Schema(description = "数量", examples = "\"3\"", extensions = @Extension(name = "x-nhsa", value = "cnt"))
        Decimal quantity,

        @NotNull
        @Schema(description = "单价", examples = "\"12.5000\"", extensions = @Extension(name = "x-nhsa", value = "pric"))
        Decimal unitPrice,

        @NotNull
        @Schema(
                description = "金额，与数量乘单价相差不超过一分",
                examples = "\"37.50\"",
                extensions = @Extension(name = "x-nhsa", value = "det_item_fee_sumamt"))
        Money amount,

        @NotNull
        @Schema(
                description = "费用发生日期",
                examples = "2024-03-03",
                extensions = @Extension(name = "x-nhsa", value = "fee_ocur_time"))
        LocalDate date,

        @Schema(description = "外检外购：所依据的备案编号；本院费用不填") UUID outsidePurchase,

        @Size(min = 1, max = 50)
        @Schema(description = "开单医师编号", extensions = @Extension(name = "x-nhsa", value = "bilg_dr_codg"))
        String doctor,

        @Size(min = 1, max = 60)
        @Schema(description = "医嘱号", extensions = @Extension(name = "x-nhsa", value = "drord_no"))
        String orderNumber,

        @Valid @Schema(description = "出院带药或出院时开出的（dscg_tkdrug_flag）；其他不填")
        AtDischarge atDischarge,

        @Schema(description = "是否院前急诊费用（急救车上或急诊期间发生）；是的填 true，并填账单的 preHospital")
        Boolean preHospital) {

    boolean beforeAdmission() {
        return Boolean.TRUE.equals(preHospital);
    }
}
