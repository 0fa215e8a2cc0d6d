package jumin.claims.manual;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** 费用明细文件的列, by any of its names. */
enum BillColumn {
    CODE("编码", "国家医保编码", "医保编码", "med_list_codg"),
    NAME("名称", "项目名称", "medins_list_name"),
    QUANTITY("数量", "cnt"),
    UNIT_PRICE("单价", "pric"),
    AMOUNT("金额", "det_item_fee_sumamt"),
    DATE("费用日期", "日期", "fee_ocur_time");

    private final List<String> names;

    BillColumn(String... names) {
        this.names = List.of(names);
    }

    String title() {
        return names.getFirst();
    }

    static Optional<BillColumn> of(String heading) {
        var plain = heading.strip().replace("\uFEFF", "");
        return Arrays.stream(values())
                .filter(column -> column.names.contains(plain))
                .findFirst();
    }
}
