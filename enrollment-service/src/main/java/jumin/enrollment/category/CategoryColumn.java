package jumin.enrollment.category;

import static jumin.enrollment.table.TitledColumn.Titles.needed;
import static jumin.enrollment.table.TitledColumn.Titles.optional;

import jumin.enrollment.table.TitledColumn;

/** 部门名单的列 */
enum CategoryColumn implements TitledColumn {
    ID_NUMBER(needed("证件号码", "身份证号", "身份证号码", "公民身份号码", "公民身份证号码", "证件号")),
    NAME(needed("姓名", "人员姓名", "对象姓名")),
    CATEGORY(needed("人员类别", "类别", "身份类别", "救助类别", "对象类别")),
    FROM(needed("认定日期", "起始日", "起始日期", "认定起始日", "开始日期")),
    TO(optional("终止日期", "终止日", "认定终止日", "结束日期")),
    UNEMPLOYED(optional("是否失业", "失业")),
    PLACE(optional("区划代码", "村居代码", "住址区划代码", "乡镇代码"));

    private final Titles titles;

    CategoryColumn(Titles titles) {
        this.titles = titles;
    }

    @Override
    public Titles titles() {
        return titles;
    }
}
