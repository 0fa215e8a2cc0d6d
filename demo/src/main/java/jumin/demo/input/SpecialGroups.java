package jumin.demo.input;

import java.util.List;

/** 特殊群体名单: the monthly list of a department, whole, as it is sent. */
public record SpecialGroups(String listMonth, String kind, List<Row> rows) {

    /** 名单的一行 */
    public record Row(String idNumber, String name, String category, String from) {}
}
