package jumin.regulation.law.form;

import static jumin.regulation.law.form.Shapes.AREA_CODES;
import static jumin.regulation.law.form.Shapes.DATE;
import static jumin.regulation.law.form.Shapes.NAME;
import static jumin.regulation.law.form.Shapes.NAMES;
import static jumin.regulation.law.form.Shapes.TERM;
import static jumin.regulation.law.form.Shapes.TEXT;
import static jumin.regulation.law.form.Shapes.TITLES;
import static jumin.regulation.law.form.Shapes.block;
import static jumin.regulation.law.form.Shapes.word;

import java.util.List;

/** 文件和规定的写法。 */
final class FileForms {

    private static final Shape QUOTES = new Shape.Many(TEXT);
    private static final Shape FACTS = new Shape.Entries(new Shape.Either(NAME, block("fact")));

    private FileForms() {}

    static List<Form> all() {
        return List.of(
                Form.of("chapter", "一章")
                        .must("chapter", TEXT, "章名")
                        .must("rules", new Shape.Entries(block("rule")), "各条规定，按原文顺序")
                        .may("note", TEXT, "说明"),
                rule(),
                Form.of("above", "上级规定怎样进来")
                        .must("combine", word("replace", "at_most", "at_least"), "代替、不超过、不低于")
                        .may("cite", TEXT, "允许的条款")
                        .may("quote", QUOTES, "允许的原句"),
                Form.of("source", "来源")
                        .must("document", TEXT, "文件名称和文号")
                        .must("seen", TEXT, "在哪里看到")
                        .must("confidence", TEXT, "把握")
                        .may("in_force_until", DATE, "文件的最后一日"),
                Form.of("city", "统筹区")
                        .must("key", NAME, "目录名")
                        .must("area", Shape.Scalar.of("\\d{6}", "六位区划代码"), "统筹区代码")
                        .must("name", TEXT, "名称")
                        .may("province", NAME, "所在省的目录名（provinces/…）")
                        .may("neighbours", new Shape.Entries(AREA_CODES), "条文按地名另行对待的地区：就医地的词，及其区划代码的开头")
                        .must("instrument", block("instrument"), "文件")
                        .may("note", TEXT, "说明"),
                Form.of("instrument", "文件")
                        .must("title", TEXT, "文件名称")
                        .must("document", TEXT, "文号和印发日期")
                        .must("status", word("in_force", "draft"), "施行，或征求意见稿")
                        .must("in_force_from", DATE, "施行日")
                        .may("in_force_until", DATE, "最后一日（含）")
                        .may("valid_for", TERM, "有效期，如 60m")
                        .may("cite", TEXT, "规定施行日和有效期的条款")
                        .may("note", TEXT, "说明"),
                vocabulary(),
                fact(),
                Form.of("accumulator", "累计的声明")
                        .may("amount", TEXT, "累计金额")
                        .may("count", TEXT, "累计次数")
                        .must(
                                "period",
                                word("visit", "month", "quarter", "year", "stay_chain", "pregnancy"),
                                "本次就医、月、季、年、连续住院（转院）、一次妊娠")
                        .may("by", NAME, "再按哪个事实分开，如 disease、provider_kind")
                        .may("title", TEXT, "中文名"),
                Form.of("case", "验算案例")
                        .must("id", TEXT, "编号")
                        .must("city", NAME, "统筹区的目录名")
                        .must("area", NAME, "settlement entitlement subsidy refund levy fund")
                        .may("articles", new Shape.Many(TEXT), "条款")
                        .may("title", TEXT, "一句话")
                        .must("facts", new Shape.Named("anything"), "事实")
                        .must("expected", new Shape.Named("anything"), "要核对的键")
                        .may("reasoning", TEXT, "算式")
                        .may("supplement", new Shape.Named("anything"), "用到的代用值"),
                Form.of("topic", "专题")
                        .must("title", TEXT, "中文名")
                        .must("keys", NAMES, "哪些规定，按名称的开头")
                        .may("required", NAMES, "没有就不能载入的规定")
                        .may("expected", NAMES, "每个统筹区都应写明的规定"),
                PeriodForms.dayAfter());
    }

    private static Form rule() {
        return Form.of("rule", "一条规定")
                .must("title", TEXT, "核算单上的名称")
                .may("cite", TEXT, "条款，如 第二十八条")
                .may("quote", QUOTES, "原句，一句或几句；市级的值必须有")
                .may("source", block("source"), "非市级的值的来源")
                .may("assumption", TEXT, "原文没有规定，按决定记录执行，如 见 docs/adr/0100")
                .may("gap", TEXT, "原文留空")
                .may("deferred_to", TEXT, "由哪个文件规定")
                .may("not_provided", TEXT, "本地不设此项待遇")
                .may("placeholder", TEXT, "仅供演示的代用值，正式运行时拒绝")
                .may("minimum", TEXT, "文件只写“不低于”；正式运行须由有权人员确认")
                .may("unit", new Shape.Word(Grammar.UNITS), "表、分情形、步骤……")
                .may("axes", NAMES, "表按什么查：事实或类别，可以几个")
                .may("others", TEXT, "没有写出的格，如 not_covered")
                .may("words", TITLES, "类别的各个词及中文名")
                .may("among", word("highest"), "几种并存时取最高")
                .may("further", NAME, "每增一种加多少的规定")
                .may("checked", DATE, "最近一次与原文核对的日期")
                .may("note", TEXT, "说明")
                .may("reading", NAME, "采用的读法编号")
                .may("above", block("above"), "上级规定怎样进来")
                .may("values", new Shape.Many(new Shape.Period()), "各时期的值，期间不得重叠、不得有空档");
    }

    private static Form vocabulary() {
        return Form.of("vocabulary", "词汇")
                .may("words", new Shape.Entries(TITLES), "词表及中文名")
                .may("aliases", new Shape.Entries(TITLES), "别名")
                .may("facts", new Shape.Entries(FACTS), "各问题的事实")
                .may("groups", new Shape.Entries(FACTS), "成组的事实")
                .may("accumulators", new Shape.Entries(block("accumulator")), "累计")
                .may("codes", TITLES, "代码及中文名")
                .may("quantities", TITLES, "数额及中文名")
                .may("layers", TITLES, "支付的层及中文名")
                .may("topics", new Shape.Entries(block("topic")), "检查用的专题")
                .may("note", TEXT, "说明");
    }

    private static Form fact() {
        return Form.of("fact", "事实的声明")
                .may("word", TEXT, "一个词；值为词表名")
                .may("words", TEXT, "一列词；值为词表名")
                .may("flag", TEXT, "是否")
                .may("day", TEXT, "日期")
                .may("period", TEXT, "起止日期")
                .may("periods", TEXT, "若干起止日期")
                .may("amount", TEXT, "金额")
                .may("share", TEXT, "比例")
                .may("count", TEXT, "个数")
                .may("grant", TEXT, "金额或 full")
                .may("items", TEXT, "费用明细")
                .may("many", TEXT, "一组；值为 groups 中的组名")
                .may("absent", TEXT, "没有给出时的值")
                .may("as", NAME, "在条件中的名称")
                .may("stated_by", NAME, "没有登记可查时由谁陈述：provider 定点医疗机构随账单陈述，agency 经办机构核定");
    }
}
