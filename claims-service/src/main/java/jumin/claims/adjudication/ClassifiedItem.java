package jumin.claims.adjudication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.claims.catalogue.CatalogueVersion;
import jumin.claims.wire.Decimal;
import jumin.claims.wire.Yuan;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.fact.Fact;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.ItemClass;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 归类后的费用明细: a line with the class and the payment standard of its own day.
 *
 * @param remarkCode why the line, or a part of it, is not in scope; absent when there is nothing to say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "归类后的费用明细")
public record ClassifiedItem(
        int lineNo,
        String code,
        @Schema(description = "对照到的国家医保编码；没有则为目录外") String catalogueCode,
        String name,

        @Schema(description = "收费项目等级", extensions = @Extension(name = "x-nhsa", value = "chrgitm_lv"))
        ItemClass itemClass,

        String kind,
        boolean traditional,
        Decimal quantity,
        Decimal unitPrice,
        Money amount,

        @Schema(description = "超限价部分", extensions = @Extension(name = "x-nhsa", value = "overlmt_amt"))
        Money overCeiling,

        LocalDate date,
        String remarkCode,
        String remark,
        @Schema(description = "外检外购备案编号") UUID outsidePurchase,
        @Schema(description = "医嘱号") String orderNumber,
        @Schema(description = "出院带药或出院时开出的") AtDischarge atDischarge,

        @Schema(description = "目录为该项目所定的先行自付比例", extensions = @Extension(name = "x-nhsa", value = "selfpay_prop"))
        Rate prepayment,

        @Schema(description = "院前急诊费用；其他不填") Boolean preHospital,
        @Schema(description = "目录标注的用途，只写在按用途支付的待遇的账单上") List<String> uses) {

    /** A line that no catalogue version answers for: out of scope, with its reason; the kind matters no more. */
    private static final String KIND_OF_UNMAPPED = "service";

    private static final String OVER_CEILING = "OVER_CEILING";
    private static final String NOT_FILED = "PURCHASE_NOT_FILED";
    private static final String OUTSIDE_COVER = "OUTSIDE_COVER";

    static ClassifiedItem of(ItemSubmission line, List<CatalogueVersion> versions) {
        return standing(versions, line.date())
                .findFirst()
                .map(version -> of(line, version))
                .orElseGet(() -> unmapped(
                        line, versions.isEmpty() ? "编码未对照到医保目录，按目录外处理" : "该编码在 " + line.date() + " 没有有效的目录版本，按目录外处理"));
    }

    static Stream<CatalogueVersion> standing(List<CatalogueVersion> versions, LocalDate day) {
        return versions.stream().filter(version -> version.stands(day));
    }

    private static ClassifiedItem of(ItemSubmission line, CatalogueVersion version) {
        var over = version.standard()
                .map(standard ->
                        line.amount().minus(line.quantity().at(standard)).max(Money.ZERO))
                .filter(part -> version.itemClass() != ItemClass.C)
                .orElse(Money.ZERO);
        var remark = ownRemark(version.itemClass(), over);
        return new ClassifiedItem(
                line.lineNo(),
                line.code(),
                version.code(),
                line.name(),
                version.itemClass(),
                version.kind(),
                version.traditional(),
                line.quantity(),
                line.unitPrice(),
                line.amount(),
                over,
                line.date(),
                remark.map(Remark::code).orElse(null),
                remark.map(Remark::text).orElse(null),
                line.outsidePurchase(),
                line.orderNumber(),
                line.atDischarge(),
                version.prepayment().orElse(null),
                line.preHospital(),
                null);
    }

    private record Remark(String code, String text) {}

    private static Optional<Remark> ownRemark(ItemClass itemClass, Money over) {
        if (itemClass == ItemClass.C) {
            return Optional.of(new Remark("CLASS_C", "丙类，不在支付范围"));
        }
        return over.isZero()
                ? Optional.empty()
                : Optional.of(new Remark(OVER_CEILING, "超过支付标准 " + Yuan.grouped(over) + " 元"));
    }

    private static ClassifiedItem unmapped(ItemSubmission line, String reason) {
        return new ClassifiedItem(
                line.lineNo(),
                line.code(),
                null,
                line.name(),
                ItemClass.C,
                KIND_OF_UNMAPPED,
                false,
                line.quantity(),
                line.unitPrice(),
                line.amount(),
                Money.ZERO,
                line.date(),
                "NOT_IN_CATALOGUE",
                reason,
                line.outsidePurchase(),
                line.orderNumber(),
                line.atDischarge(),
                null,
                line.preHospital(),
                null);
    }

    /** Says of a line whether its day has cover; without it, the law's arithmetic puts the line out of scope. */
    ClassifiedItem covered(boolean covered) {
        if (covered) {
            return OUTSIDE_COVER.equals(remarkCode) ? remarked(ownRemark(itemClass, overCeiling)) : this;
        }
        return remarked(Optional.of(new Remark(OUTSIDE_COVER, "费用当日不在待遇享受期内")));
    }

    /** By another payment standard of a unit; what else is said of the line stays. */
    ClassifiedItem at(Optional<Money> standard) {
        var over = standard.map(unit -> amount.minus(quantity.at(unit)).max(Money.ZERO))
                .filter(part -> itemClass != ItemClass.C)
                .orElse(Money.ZERO);
        var own = remarkCode == null || OVER_CEILING.equals(remarkCode);
        return with(itemClass, over, own ? ownRemark(itemClass, over) : Optional.of(new Remark(remarkCode, remark)));
    }

    /** Bought elsewhere without a filing: out of scope. */
    ClassifiedItem notFiled() {
        return with(ItemClass.C, Optional.of(new Remark(NOT_FILED, "外检外购未备案，不在支付范围")));
    }

    /** Outside what the catalogue pays it for: out of scope. */
    ClassifiedItem restricted(String text) {
        return with(ItemClass.C, Optional.of(new Remark("RESTRICTION_NOT_MET", "不符合限定支付范围：" + text)));
    }

    private ClassifiedItem remarked(Optional<Remark> remark) {
        return with(itemClass, remark);
    }

    private ClassifiedItem with(ItemClass newClass, Optional<Remark> remark) {
        return with(newClass, overCeiling, remark);
    }

    private ClassifiedItem with(ItemClass newClass, Money over, Optional<Remark> remark) {
        return new ClassifiedItem(
                lineNo,
                code,
                catalogueCode,
                name,
                newClass,
                kind,
                traditional,
                quantity,
                unitPrice,
                amount,
                newClass == ItemClass.C ? Money.ZERO : over,
                date,
                remark.map(Remark::code).orElse(null),
                remark.map(Remark::text).orElse(null),
                outsidePurchase,
                orderNumber,
                atDischarge,
                prepayment,
                preHospital,
                uses);
    }

    /** With what the catalogue marks it as being for, of a benefit that asks; the law leaves out what is marked for nothing it pays. */
    ClassifiedItem markedFor(List<String> marked, Optional<String> notPaid) {
        var said = notPaid.filter(any -> remarkCode == null || OVER_CEILING.equals(remarkCode));
        return new ClassifiedItem(
                lineNo,
                code,
                catalogueCode,
                name,
                itemClass,
                kind,
                traditional,
                quantity,
                unitPrice,
                amount,
                said.isPresent() ? Money.ZERO : overCeiling,
                date,
                said.isPresent() ? "USE_NOT_PAID" : remarkCode,
                said.orElse(remark),
                outsidePurchase,
                orderNumber,
                atDischarge,
                prepayment,
                preHospital,
                marked);
    }

    /** Bought elsewhere without a filing, and so no purchase that the law counts apart. */
    public boolean notFiledElsewhere() {
        return NOT_FILED.equals(remarkCode);
    }

    /** The line with a part of it at the person's own expense; the part above the standard is the person's already. */
    public List<FeeItem> without(Money part) {
        var whole = feeItem();
        if (part.isZero()) {
            return List.of(whole);
        }
        var rest = amount.minus(part);
        var kept = FeeItem.of(itemClass, kind, rest)
                .overCeiling(overCeiling.min(rest))
                .on(date);
        return List.of(marked(kept), FeeItem.of(itemClass, kind, part).on(date).refused());
    }

    /** Of the emergency care before the admission. */
    boolean beforeAdmission() {
        return Boolean.TRUE.equals(preHospital);
    }

    static Fact.Items fees(Stream<ClassifiedItem> items) {
        return new Fact.Items(items.map(ClassifiedItem::feeItem).toList());
    }

    /** As the law's arithmetic wants it. */
    FeeItem feeItem() {
        var item = FeeItem.of(itemClass, kind, amount).overCeiling(overCeiling).on(date);
        return marked(item);
    }

    private FeeItem marked(FeeItem item) {
        var kept = traditional ? item.ofTraditionalMedicine() : item;
        var rated = prepayment == null ? kept : kept.prepaid(prepayment);
        return uses == null ? rated : rated.usedFor(Set.copyOf(uses));
    }
}
