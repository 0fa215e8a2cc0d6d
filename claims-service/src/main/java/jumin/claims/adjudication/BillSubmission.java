package jumin.claims.adjudication;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.claims.entitlement.PersonReference;
import jumin.claims.insured.PersonId;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 一次就诊的账单，as a hospital's system sends it for pre-settlement and for settlement. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "就诊账单；预结算与结算同一格式")
public record BillSubmission(
        @NotNull @Valid PersonReference person,

        @NotBlank
        @Size(max = 30)
        @Schema(
                description = "医疗类别：国家编码（21 住院、11 普通门诊、14 门诊慢特病、52 生育住院、9901 两病……）或 inpatient 等词",
                examples = "21",
                extensions = @Extension(name = "x-nhsa", value = "med_type"))
        String careType,

        @NotNull
        @Schema(
                description = "入院或就诊日期",
                examples = "2024-03-02",
                extensions = @Extension(name = "x-nhsa", value = "begntime"))
        LocalDate admissionDate,

        @NotNull
        @Schema(
                description = "出院日期；门诊同就诊日期",
                examples = "2024-03-20",
                extensions = @Extension(name = "x-nhsa", value = "endtime"))
        LocalDate dischargeDate,

        @NotNull @Valid Diagnosis diagnosis,
        @Valid Circumstances circumstances,

        @NotNull
        @Schema(
                description = "医疗费总额，等于明细合计",
                examples = "\"37.50\"",
                extensions = @Extension(name = "x-nhsa", value = "medfee_sumamt"))
        Money totalAmount,

        @Size(min = 1, max = 60)
        @Schema(
                description = "机构自己的单据号（收费票据号），一年内不重复；同一单据号只支付一次。不填的按就诊日期和明细识别",
                examples = "PJ2024032000017",
                extensions = @Extension(name = "x-nhsa", value = "invono"))
        String billNumber,

        @Schema(description = "就诊登记编号；已登记的填写", extensions = @Extension(name = "x-nhsa", value = "mdtrt_id"))
        UUID encounter,

        @Schema(
                description = "是否中途结账（未出院，如年末）；已登记的同时填写就诊登记，没有登记的按机构和日期相接",
                extensions = @Extension(name = "x-nhsa", value = "mid_setl_flag"))
        Boolean interim,

        @Valid @Schema(description = "院前急诊（入院前急诊、急救车、留观）；没有的不填")
        PreHospital preHospital,

        @NotNull @Size(min = 1, max = 20000) @Valid List<@NotNull ItemSubmission> items) {

    /** 主要诊断 */
    @Schema(description = "主要诊断")
    public record Diagnosis(
            @NotBlank
            @Size(max = 30)
            @Schema(
                    description = "疾病诊断编码",
                    examples = "I50.900",
                    extensions = @Extension(name = "x-nhsa", value = "dise_codg"))
            String code,

            @NotBlank
            @Size(max = 200)
            @Schema(
                    description = "疾病诊断名称",
                    examples = "心力衰竭",
                    extensions = @Extension(name = "x-nhsa", value = "dise_name"))
            String name) {}

    /** 院前急诊: the emergency care that the stay follows; its lines are marked as such. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "院前急诊：明细中以 preHospital 标明其费用；是否并入住院由参保地法规定")
    public record PreHospital(
            @NotNull @Schema(description = "急诊日期", examples = "2024-03-01")
            LocalDate date,

            @Schema(description = "是否在收治住院的医院，省略即是") Boolean sameHospital,

            @Min(0) @Max(2400) @Schema(description = "留观小时数，没有留观的不填")
            Integer observationHours) {

        boolean here() {
            return !Boolean.FALSE.equals(sameHospital);
        }
    }

    /** The same bill with the person by our own id: an id number is not kept. */
    public BillSubmission of(PersonId personId) {
        return new BillSubmission(
                new PersonReference(personId, null, null),
                careType,
                admissionDate,
                dischargeDate,
                diagnosis,
                circumstances,
                totalAmount,
                billNumber,
                encounter,
                interim,
                preHospital,
                items);
    }

    /** The first day of which cover must be known: that of the emergency care before the admission, if there was any. */
    LocalDate firstDay() {
        return preHospital == null || preHospital.date().isAfter(admissionDate) ? admissionDate : preHospital.date();
    }

    boolean midway() {
        return Boolean.TRUE.equals(interim);
    }

    Circumstances said() {
        return circumstances == null ? Circumstances.NONE : circumstances;
    }
}
