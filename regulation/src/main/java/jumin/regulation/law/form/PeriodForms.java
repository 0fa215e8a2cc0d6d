package jumin.regulation.law.form;

import static jumin.regulation.law.form.Shapes.CODE;
import static jumin.regulation.law.form.Shapes.CONDITION;
import static jumin.regulation.law.form.Shapes.DATE;
import static jumin.regulation.law.form.Shapes.DAY_OF_YEAR;
import static jumin.regulation.law.form.Shapes.FLAG;
import static jumin.regulation.law.form.Shapes.NAME;
import static jumin.regulation.law.form.Shapes.NAMES;
import static jumin.regulation.law.form.Shapes.NUMBER;
import static jumin.regulation.law.form.Shapes.RATE;
import static jumin.regulation.law.form.Shapes.STEPS;
import static jumin.regulation.law.form.Shapes.TERM;
import static jumin.regulation.law.form.Shapes.TEXT;
import static jumin.regulation.law.form.Shapes.block;
import static jumin.regulation.law.form.Shapes.list;
import static jumin.regulation.law.form.Shapes.word;

import java.util.List;

/** 一条规定在一段时期内的写法，按 unit。 */
final class PeriodForms {

    static final List<String> TABLES = List.of("CNY", "rate", "points", "count");

    /** Units whose period says nothing but when it holds. */
    static final List<String> BARE = List.of("note", "suspension", "identity");

    private static final Shape CELLS = new Shape.Named("cells");

    private static final Shape RECOGNITION_DAYS =
            new Shape.Many(word("year_start", "year_end", "window.first", "window.last", "registration"));

    private PeriodForms() {}

    static List<Form> all() {
        return List.of(
                period("table", "表的一个时期").must("cells", CELLS, "各格的值；没有轴的写 {all: …}"),
                period("bare", "只有依据的一个时期"),
                period("words", "一列词的一个时期").must("cells", CELLS, "{all: [词, …]}"),
                period("term", "期限长度的一个时期").must("cells", CELLS, "{all: 6m} 或 {all: 90d}"),
                period("documents", "材料的一个时期").must("each", list("option.documents"), "每条符合的都要"),
                period("recognition", "身份认定时间的一个时期")
                        .must("earliest_of", RECOGNITION_DAYS, "自其中最早的一日起")
                        .must("latest_of", RECOGNITION_DAYS, "至其中最晚的一日止"),
                period("rounding", "取整的一个时期").must("cells", CELLS, "{all: half_up}"),
                period("bands", "分段比例的一个时期").must("bands", list("band"), "自低到高的各段"),
                period("class", "类别的一个时期")
                        .may("first", list("option.class"), "自上而下，第一条符合的为准")
                        .may("of", NAME, "按哪个数分段（年龄、金额、次数）")
                        .may("bands", list("range"), "自低到高的各段"),
                period("age", "年龄的一个时期").must("of", NAME, "出生日期").must("in_year_of", NAMES, "哪一年，第一个给出的为准"),
                period("item_sum", "明细合计的一个时期")
                        .must("into", NAME, "记入的数额")
                        .must(
                                "part",
                                word("amount", "over_ceiling", "prepayment", "in_scope", "traditional_in_scope"),
                                "明细的哪一部分")
                        .may("when", CONDITION, "哪些明细（item.class、item.kind）"),
                period("item_choice", "哪些明细的一个时期").may("when", CONDITION, "哪些明细（item.class、item.kind）"),
                period("benefit", "待遇的一个时期")
                        .may("checks", NAMES, "不予支付或暂缓的情形，按顺序")
                        .may("steps", STEPS, "核算步骤，按顺序")
                        .may("like", NAME, "与另一项待遇相同")
                        .may("better_of", NAMES, "几项待遇分别核算，按高的支付")
                        .may("items", block("items"), "只支付哪些明细")
                        .may("counts", list("count"), "计入哪些累计"),
                period("steps", "共用步骤的一个时期").must("steps", STEPS, "核算步骤，按顺序"),
                first("refusal", "不予支付或暂缓"),
                first("choice", "合并与否"),
                first("admission", "准予与否"),
                first("place", "参保地"),
                first("termination", "终止"),
                first("refund", "退费"),
                first("accounts", "资金路径"),
                first("route", "参保缴费与待遇享受期").must("for", NAMES, "哪些人员（enrollment_type）"),
                period("subsidy", "资助的一个时期").must("each", list("option.subsidy"), "每条符合的都参与，就高"),
                period("wait", "等待期的一个时期")
                        .may("fixed", TERM, "固定等待期")
                        .may("at_most", TERM, "上限")
                        .may("months_per_lapse_year", NUMBER, "每中断一年增加几个月")
                        .may("days_per_lapse_year", NUMBER, "每中断一年增加几天（fixed 按日的）")
                        .may("months_less_per_repaired_year", NUMBER, "每补缴一年减少几个月")
                        .may("after_long_lapse", block("long_lapse"), "中断较长的"),
                period("window", "集中征缴期的一个时期")
                        .must("first_day", DAY_OF_YEAR, "第一日（待遇年度的上一年）")
                        .must("last_day", DAY_OF_YEAR, "最后一日；早于第一日的在待遇年度当年"),
                first("shares", "缺口分担的前提").must("shares", list("share"), "各方，按分担的顺序"),
                period("deadline", "期限的一个时期").must("end_of_month", NUMBER, "几月底"));
    }

    private static Form period(String name, String title) {
        return Form.of("period." + name, title).must("from", DATE, "自哪日起").may("until", DATE, "至哪日止（含当日）");
    }

    private static Form first(String name, String title) {
        return period(name, title + "的一个时期").must("first", list("option." + name), "自上而下，第一条符合的为准");
    }

    private static Form option(String name, String title) {
        return Form.of("option." + name, title + "的一种情形")
                .may("when", CONDITION, "条件，不写为其余")
                .may("cite", TEXT, "这一情形的条款");
    }

    static List<Form> parts() {
        return List.of(
                option("class", "类别").must("is", NAME, "words 中的一个词"),
                option("refusal", "不予支付或暂缓").may("refuse", CODE, "不予支付的代码").may("hold", CODE, "暂缓的代码"),
                option("choice", "合并与否").must("merged", FLAG, "是否合并"),
                option("admission", "准予与否").may("admit", TEXT, "准予的理由").may("refuse", CODE, "不准予的代码"),
                option("place", "参保地")
                        .must("place", NAME, "参保登记地")
                        .may("unit", word("household", "individual"), "以家庭或个人为单位"),
                option("termination", "终止")
                        .may("last_covered", word("event_date", "day_before"), "最后享受待遇之日")
                        .may("keeps", FLAG, "仍然有效"),
                option("refund", "退费")
                        .may("refund", NAME, "退回的金额（事实）")
                        .may("payable", word("month_after_event"), "自次月起可付")
                        .may("refuse", CODE, "不予退费的代码"),
                option("accounts", "资金路径").must("route", NAMES, "依次经过的账户"),
                option("route", "参保缴费")
                        .may("start", new Shape.Either(starts(), block("start")), "待遇起算日")
                        .may("year", word("paid_for", "of_birth", "after_birth"), "待遇年度")
                        .may("until", NAME, "待遇到某一事实之日为止")
                        .may("also_due", word("year_of_registration"), "登记所在年度也要缴费")
                        .may("continue", NAME, "按另一类人员办理")
                        .may("hold", TEXT, "缺少的年度标准")
                        .may("refuse", CODE, "不予登记的代码"),
                Form.of("start", "起算日").must("day_of_year_before", DAY_OF_YEAR, "上一年的某日"),
                option("subsidy", "资助")
                        .must("category", NAME, "人员类别")
                        .must("tier", word("none", "fixed", "full"), "不资助、定额、全额")
                        .may("amount", NAME, "定额（规定或事实）")
                        .must("payer", NAME, "谁出资"),
                option("documents", "材料").must("require", NAMES, "要提交的材料"),
                option("shares", "缺口分担的前提").must("refuse", CODE, "前提没有具备的代码"),
                Form.of("share", "一方的分担")
                        .must("to", NAME, "谁分担")
                        .must("title", TEXT, "中文名")
                        .may("share", RATE, "余额的一个比例，不写为全部")
                        .may("up_to", new Shape.Many(TEXT), "限额：事实，或 2 times 事实；事实没有给出的暂缓")
                        .may("not_given", word("unlimited"), "限额的事实没有给出时不限")
                        .may("shortfall_of", block("shortfall"), "先补足的收入缺口"),
                Form.of("shortfall", "收入缺口").must("budget", NAME, "预算").must("actual", NAME, "实际"),
                Form.of("long_lapse", "中断较长").must("years", NUMBER, "几年以上").must("not_below", TERM, "不低于"),
                Form.of("items", "明细的条件")
                        .must("when", CONDITION, "item.class、item.kind")
                        .may("uses", NAMES, "只支付目录标注了其中一种用途的；没有说明用途的照付"),
                Form.of("count", "计入累计")
                        .must("add_to", NAME, "累计的名称")
                        .may("amount", NAME, "计入的数额；不写计一次")
                        .may("when", CONDITION, "条件"),
                Form.of("band", "一段的比例")
                        .may("up_to", TEXT, "到哪个数为止（含），可写公式或 see 另一条规定；最高一段不写")
                        .must("cells", CELLS, "这一段的比例"),
                Form.of("range", "一段的类别")
                        .may("up_to", TEXT, "到哪个数为止（含）")
                        .may("below", TEXT, "不满哪个数；最高一段两个都不写")
                        .must("is", NAME, "words 中的一个词"),
                comparison());
    }

    private static Shape starts() {
        return word("year_start", "birth", "payment", "day_after_payment", "month_after_recognition", "after_wait");
    }

    private static Form comparison() {
        var operand = new Shape.Either(TEXT, block("day_after"));
        return Form.of("comparison", "比较")
                .may("equals", operand, "等于")
                .may("at_least", operand, "以上（含）")
                .may("over", operand, "超过（不含）")
                .may("at_most", operand, "以下、以内（含）")
                .may("below", operand, "不满（不含）")
                .may("not_before", operand, "不早于")
                .may("after", operand, "晚于")
                .may("not_after", operand, "不晚于")
                .may("before", operand, "早于")
                .may("given", FLAG, "是否给出");
    }

    static Form dayAfter() {
        return Form.of("day_after", "某日之后").must("after", NAME, "起算的事实").must("term", TERM, "期限");
    }
}
