package jumin.enrollment.category;

import java.util.Set;
import jumin.enrollment.table.TitledColumn;

/** 部门名单的列 */
enum CategoryColumn implements TitledColumn {
    ID_NUMBER("证件号码", true, "身份证号", "身份证号码", "公民身份号码", "公民身份证号码", "证件号"),
    NAME("姓名", true, "人员姓名", "对象姓名"),
    CATEGORY("人员类别", true, "类别", "身份类别", "救助类别", "对象类别"),
    FROM("认定日期", true, "起始日", "起始日期", "认定起始日", "开始日期"),
    TO("终止日期", false, "终止日", "认定终止日", "结束日期"),
    UNEMPLOYED("是否失业", false, "失业");

    private final String title;
    private final boolean required;
    private final Set<String> synonyms;

    CategoryColumn(String title, boolean required, String... synonyms) {
        this.title = title;
        this.required = required;
        this.synonyms = Set.of(synonyms);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean isRequired() {
        return required;
    }

    @Override
    public Set<String> synonyms() {
        return synonyms;
    }
}
