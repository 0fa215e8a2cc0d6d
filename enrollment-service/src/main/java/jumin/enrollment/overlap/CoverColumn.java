package jumin.enrollment.overlap;

import static jumin.enrollment.table.TitledColumn.Titles.needed;
import static jumin.enrollment.table.TitledColumn.Titles.optional;

import jumin.enrollment.table.TitledColumn;

/** 参保名单的列 */
enum CoverColumn implements TitledColumn {
    ID_NUMBER(needed("证件号码", "身份证号", "身份证号码", "公民身份号码", "公民身份证号码", "证件号", "idNumber")),
    NAME(needed("姓名", "参保人姓名", "人员姓名", "name")),
    FROM(needed("起始日", "待遇起始日", "起始日期", "参保日期", "待遇开始日期", "from")),
    TO(optional("终止日", "待遇终止日", "终止日期", "待遇结束日期", "to")),
    WHERE(optional("参保地", "参保统筹区", "统筹区", "where"));

    private final Titles titles;

    CoverColumn(Titles titles) {
        this.titles = titles;
    }

    @Override
    public Titles titles() {
        return titles;
    }
}
