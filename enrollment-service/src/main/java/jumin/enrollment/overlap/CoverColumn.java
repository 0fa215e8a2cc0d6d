package jumin.enrollment.overlap;

import java.util.Set;
import jumin.enrollment.table.TitledColumn;

/** 参保名单的列 */
enum CoverColumn implements TitledColumn {
    ID_NUMBER("证件号码", true, "身份证号", "身份证号码", "公民身份号码", "公民身份证号码", "证件号", "idNumber"),
    NAME("姓名", true, "参保人姓名", "人员姓名", "name"),
    FROM("起始日", true, "待遇起始日", "起始日期", "参保日期", "待遇开始日期", "from"),
    TO("终止日", false, "待遇终止日", "终止日期", "待遇结束日期", "to"),
    WHERE("参保地", false, "参保统筹区", "统筹区", "where");

    private final String title;
    private final boolean required;
    private final Set<String> synonyms;

    CoverColumn(String title, boolean required, String... synonyms) {
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
