package jumin.enrollment.student;

import java.time.LocalDate;
import java.util.List;
import jumin.enrollment.ending.EndingEffect;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 学籍变动的结果 */
@Schema(description = "学籍变动的结果")
public record SchoolChangeView(
        PersonId personId,
        @Schema(examples = "毕业") String kindName,
        LocalDate on,
        @Schema(description = "还要做什么") List<String> notes,

        @Schema(description = "参军：各年度待遇享受到哪一日、能否退费；须另行办理终止") List<EndingEffect> endings,

        @Schema(description = "肄业、退学：各年度能否退费") List<YearRefund> refunds) {

    /** 一个年度的退费 */
    @Schema(description = "一个年度的退费试算")
    public record YearRefund(int benefitYear, EndingEffect.RefundEffect refund) {}
}
