package jumin.demo.input;

import java.util.List;

/** 特殊群体名单: the monthly list of a department, whole. */
public record SpecialGroups(String organ, String listMonth, List<Row> rows) {

    /** 名单的一行 */
    public record Row(String idNumber, String name, String category, String from, String to) {}
}
