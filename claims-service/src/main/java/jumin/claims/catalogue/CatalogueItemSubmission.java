package jumin.claims.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 目录项目的一个版本: class, kind and payment standards from a day on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "医保目录项目的一个版本")
public record CatalogueItemSubmission(
        @NotBlank
        @Size(max = 50)
        @Pattern(regexp = CODE, message = "编码只用字母、数字和 - . _，前后和中间没有空格")
        @Schema(description = "国家医保编码（med_list_codg）", examples = "XA01ABD075A002010100001")
        String code,

        @NotBlank @Size(max = 200) @Schema(description = "名称", examples = "甲硝唑片")
        String name,

        @NotNull @Schema(description = "收费项目等级 A 甲、B 乙、C 丙（chrgitm_lv）", examples = "A")
        String itemClass,

        @NotNull
        @Schema(
                description = "种类：drug、service、consumable、facility、negotiated_antitumor、negotiated_other",
                examples = "drug")
        String kind,

        @Schema(description = "是否中药（民族药）或中医诊疗") boolean traditional,

        @NotNull @Schema(description = "生效日（含）", examples = "2024-01-01")
        LocalDate validFrom,

        @Schema(description = "终止日（含）；没有则至下一版本") LocalDate validTo,
        @Schema(description = "每单位医保支付标准，按机构级别；没有则不限价") PaymentStandards paymentStandards,
        @Valid @Schema(description = "限定支付范围；没有则不限") Restriction restriction,

        @Schema(
                description = "先行自付比例（selfpay_prop）：条文把比例留给目录的统筹区按此计算，条文写明比例的不看；没有则按统一的比例",
                examples = "0.05",
                extensions = @Extension(name = "x-nhsa", value = "selfpay_prop"))
        Rate prepayment,

        @Size(max = 8)
        @Schema(
                description = "用途：blood_pressure 降血压、blood_sugar 降血糖；“两病”只支付标注了用途的药品，没有标注的不付",
                examples = "[\"blood_pressure\"]")
        List<@NotNull String> uses) {

    /** As the table has them. */
    private static final Set<String> CLASSES = Set.of("A", "B", "C");

    private static final Set<String> KINDS =
            Set.of("drug", "service", "consumable", "facility", "negotiated_antitumor", "negotiated_other");

    private static final String CODE = "[0-9A-Za-z][-0-9A-Za-z._]*";

    /** 医保支付标准, by level of the provider; an absent one means no ceiling at that level. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "医保支付标准（元/单位）：一级及以下、二级、三级")
    public record PaymentStandards(Money primary, Money secondary, Money tertiary) {

        static final PaymentStandards NONE = new PaymentStandards(null, null, null);
    }

    public CatalogueItemSubmission {
        uses = uses == null || uses.isEmpty() ? null : List.copyOf(uses);
    }

    /**
     * A field that cannot be as it is.
     *
     * @param pointer within the item
     */
    record Fault(String pointer, String text) {}

    /** What no single field's form tells. */
    public Optional<String> faulty() {
        return fault().map(Fault::text);
    }

    Optional<Fault> fault() {
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            return Optional.of(new Fault("/validTo", "终止日 " + validTo + " 早于生效日 " + validFrom));
        }
        return unknown("itemClass", "收费项目等级", itemClass, CLASSES)
                .or(() -> unknown("kind", "种类", kind, KINDS))
                .or(() -> negative("primary", standards().primary()))
                .or(() -> negative("secondary", standards().secondary()))
                .or(() -> negative("tertiary", standards().tertiary()));
    }

    private static Optional<Fault> unknown(String field, String title, String word, Set<String> words) {
        return word == null || words.contains(word)
                ? Optional.empty()
                : Optional.of(new Fault(
                        "/" + field, title + "没有“" + word + "”，只能是 " + String.join("、", new TreeSet<>(words))));
    }

    private static Optional<Fault> negative(String level, Money standard) {
        return Optional.ofNullable(standard)
                .filter(Money::isNegative)
                .map(wrong -> new Fault("/paymentStandards/" + level, "医保支付标准不能为负：" + wrong));
    }

    PaymentStandards standards() {
        return paymentStandards == null ? PaymentStandards.NONE : paymentStandards;
    }
}
