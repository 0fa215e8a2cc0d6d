package jumin.claims.catalogueimport;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** 目录文件的列, by any of its names. */
enum CatalogueColumn {
    CODE("国家医保编码", "医保编码", "med_list_codg"),
    NAME("名称", "医保名称", "hilist_name"),
    ITEM_CLASS("收费项目等级", "等级", "chrgitm_lv"),
    KIND("种类", "list_type"),
    TRADITIONAL("是否中药", "中药"),
    VALID_FROM("生效日", "begndate"),
    VALID_TO("终止日", "enddate"),
    STANDARD_PRIMARY("一级支付标准"),
    STANDARD_SECONDARY("二级支付标准"),
    STANDARD_TERTIARY("三级支付标准"),
    RESTRICTION("限定支付范围", "lmt_usescp"),
    PREPAYMENT("先行自付比例", "自付比例", "selfpay_prop"),
    USES("用途");

    private static final List<CatalogueColumn> REQUIRED = List.of(CODE, NAME, ITEM_CLASS, KIND, VALID_FROM);

    private final List<String> names;

    CatalogueColumn(String... names) {
        this.names = List.of(names);
    }

    String title() {
        return names.getFirst();
    }

    static Optional<CatalogueColumn> of(String heading) {
        var plain = heading.strip().replace("\uFEFF", "");
        return Arrays.stream(values())
                .filter(column -> column.names.contains(plain))
                .findFirst();
    }

    static List<CatalogueColumn> required() {
        return REQUIRED;
    }
}
