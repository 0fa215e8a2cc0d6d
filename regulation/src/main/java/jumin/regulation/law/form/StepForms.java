package jumin.regulation.law.form;

import static jumin.regulation.law.form.Shapes.CODE;
import static jumin.regulation.law.form.Shapes.CONDITION;
import static jumin.regulation.law.form.Shapes.NAME;
import static jumin.regulation.law.form.Shapes.NAMES;
import static jumin.regulation.law.form.Shapes.STEPS;
import static jumin.regulation.law.form.Shapes.word;

import java.util.List;
import jumin.regulation.law.form.Shape.Told.Teller;

/** 核算步骤的写法。 */
final class StepForms {

    static final List<Teller> TELLERS = List.of(
            new Teller(List.of("bonus"), "step.bonus"),
            new Teller(List.of("raise"), "step.raise"),
            new Teller(List.of("each"), "step.each"),
            new Teller(List.of("include"), "step.include"),
            new Teller(List.of("third_party"), "step.third_party"),
            new Teller(List.of("charge"), "step.charge"),
            new Teller(List.of("bear", "amount"), "step.bear_amount"),
            new Teller(List.of("bear"), "step.bear_rate"),
            new Teller(List.of("pay", "amount"), "step.pay_amount"),
            new Teller(List.of("pay", "over"), "step.pay_over"),
            new Teller(List.of("pay"), "step.pay_rate"),
            new Teller(List.of("limit"), "step.limit"),
            new Teller(List.of("left"), "step.left"),
            new Teller(List.of("sum"), "step.sum"));

    private StepForms() {}

    static List<Form> all() {
        return List.of(
                step("third_party", "步骤：第三人负担")
                        .must("third_party", NAME, "第三人负担比例的事实")
                        .must("by", NAME, "依据的规定"),
                step("charge", "步骤：按次计费").must("charge", NAME, "每次的标准").must("times", NAME, "次数的事实"),
                adjustable(step("bear_amount", "步骤：个人承担一个标准"))
                        .must("bear", NAME, "记入的数额，如 deductible")
                        .must("amount", NAME, "标准（规定或事实）")
                        .may("less", NAMES, "标准中已经承担的部分")
                        .may("plus", NAME, "标准增加的数额（规定或事实）"),
                step("bear_rate", "步骤：个人先承担一个比例")
                        .must("bear", NAME, "记入的数额，如 off_area_prepayment")
                        .must("rate", NAME, "比例（规定或事实）")
                        .may("of", NAME, "哪个数额的比例；不写为本次余下的费用"),
                step("pay_amount", "步骤：按定额支付")
                        .must("pay", NAME, "支付的层，如 pool")
                        .must("amount", NAME, "定额（规定或事实）")
                        .may("times", NAME, "乘以次数的事实")
                        .may("of", NAME, "以哪个数额为限，如 total；不写为本次余下的费用"),
                adjustable(step("pay_rate", "步骤：按比例支付"))
                        .must("pay", NAME, "支付的层，如 pool")
                        .must("rate", NAMES, "比例或分段比例；其后各项为加点")
                        .may("at_most", NAME, "各项加点合计的上限（unit: points）")
                        .may("ratio_at_most", NAME, "提高后支付比例的上限（unit: rate）")
                        .may("of", NAME, "支付哪个数额；不写为本次余下的费用")
                        .may("before", NAME, "分段比例从哪个累计接着算"),
                step("pay_over", "步骤：超过起付线的部分按比例支付")
                        .must("pay", NAME, "支付的层，如 critical_illness")
                        .must("over", NAME, "起付线（规定或事实）")
                        .must("of", NAME, "本次计入的数额")
                        .must("before", NAME, "此前的累计")
                        .must("rate", NAMES, "比例或分段比例；其后各项为加点")
                        .may("at_most", NAME, "各项加点合计的上限（unit: points）")
                        .may("ratio_at_most", NAME, "提高后支付比例的上限（unit: rate）")
                        .may("lowered_by", NAME, "起付线降低的比例"),
                step("bonus", "步骤：对一部分费用提高支付比例")
                        .must("bonus", NAME, "记入的数额，如 tcm_bonus")
                        .must("to", NAME, "加到哪一层")
                        .must("part", NAME, "哪一部分费用")
                        .must("whole", NAME, "占哪个数额")
                        .must("points", NAME, "提高几个百分点")
                        .must("at_most", NAME, "提高后最高的比例"),
                step("raise", "步骤：逐年提高限额")
                        .must("raise", NAME, "记入的数额；限额步骤的 plus 读它")
                        .must("amount", NAME, "每一年提高多少")
                        .must("counted", NAME, "计数的年数（事实）")
                        .must("beyond", NAME, "超过多少年起算（unit: count）")
                        .may("further", NAMES, "另外计数的年数（事实）")
                        .must("cap", NAME, "提高哪个限额（规定或事实）；不设限额的不提高")
                        .must("at_most", NAME, "累计提高以限额的多少为限（unit: rate）"),
                step("limit", "步骤：限额")
                        .must("limit", NAME, "限哪一层")
                        .must("to", NAME, "限额（规定或事实）")
                        .may("plus", NAME, "限额增加的数额（规定、事实或前面步骤的数额）")
                        .may("used", NAME, "已用的累计")
                        .may("beyond", NAME, "记入的数额：超过没有增加的限额的部分")
                        .may("note", CODE, "超过时写明的代码"),
                step("left", "步骤：余额")
                        .must("left", NAME, "记入的数额")
                        .must("of", NAME, "从哪个数额，或哪条规定的标准")
                        .may("less", NAMES, "减去哪些"),
                step("sum", "步骤：合计")
                        .must("sum", NAME, "记入的数额")
                        .must("of", NAMES, "哪些数额")
                        .may("after_third_party", NAMES, "其中第三人也按比例负担的各项，只计入余下的（整张账单按比例负担）")
                        .must("by", NAME, "依据的规定"),
                step("each", "步骤：逐项核算一组费用").must("each", NAME, "组名").must("steps", STEPS, "每项的步骤"),
                step("include", "步骤：共用的步骤").must("include", NAME, "unit: steps 的规定"));
    }

    private static Form step(String name, String title) {
        return Form.of("step." + name, title)
                .may("when", CONDITION, "条件，不写为总是")
                .may("by", NAME, "标准是事实时，依据哪条规定")
                .may("needs", NAME, "缺少这一事实时不计算")
                .may("missing", NAME, "没有计算时写明的规定")
                .may("gap", word("not_evaluated"), "规定没有值时不计算并写明；不写则暂缓");
    }

    private static Form adjustable(Form step) {
        return step.may("lowered_by", NAME, "减少标准的一个比例")
                .may("raised_by", NAME, "提高标准的一个比例")
                .may("minus", NAME, "降低若干百分点");
    }
}
