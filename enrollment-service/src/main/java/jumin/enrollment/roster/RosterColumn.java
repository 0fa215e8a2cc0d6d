package jumin.enrollment.roster;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** 花名册的列: what it is called, also by others, and what the template says about it. */
public enum RosterColumn {
    HOUSE_NUMBER("houseNumber", "户编号", true, "001", "同一户各成员相同；村内不重复", "户号", "家庭编号", "户编码"),
    RELATION("relation", "与户主关系", true, "户主", "每户须有一名户主", "户主关系", "关系", "与户主的关系"),
    NAME("name", "姓名", true, "李秀兰", "与证件一致；间隔号用“·”", "参保人姓名", "人员姓名"),
    ID_TYPE("idType", "证件类型", false, "居民身份证", "不填按居民身份证；新生儿无号码的填出生医学证明", "身份证件类型"),
    ID_NUMBER("idNumber", "证件号码", true, "110101199203051247", "18位，末位可为X", "身份证号", "身份证号码", "公民身份号码", "公民身份证号码", "证件号"),
    SEX("sex", "性别", false, "女", "证件号码不含性别时必填"),
    BIRTH_DATE("birthDate", "出生日期", false, "1992-03-05", "证件号码不含出生日期时必填", "出生年月日", "生日"),
    PHONE("phone", "手机号", false, "13800000000", "没有可不填", "手机号码", "联系电话", "电话"),
    TYPE("type", "参保类型", false, "普通居民", "不填按普通居民", "人员类型", "参保人员类型"),
    SCHOOL("school", "学校代码", false, "XX11010101", "在校学生填学校代码", "学校"),
    VILLAGE("divisionCode", "村(居)", false, "青石村", "填写时须与导入的村一致", "村居", "村", "行政村", "村名"),
    ADDRESS("address", "家庭地址", false, "3组12号", "没有可不填", "地址", "住址"),
    EVENT_DATE("eventDate", "事由日期", false, "", "迁入、回国、释放、职工医保中断等发生的日期"),
    DISCHARGE_DATE("dischargeDateFromService", "退役日期", false, "", "退役军人及家属填写", "退出现役日期"),
    RECOGNISED_DATE("recognizedDate", "认定日期", false, "", "资助参保对象填写身份认定日期", "身份认定日期"),
    NEXT_YEAR_ONLY("chooseNextYearOnly", "只缴次年", false, "", "新生儿监护人选择只缴次年的填“是”"),
    EVIDENCE("evidence", "材料", false, "", "退役、迁入、回国、释放、职工医保中断、宗教教职人员等写明凭何材料", "证明材料", "佐证材料");

    private final String field;
    private final String title;
    private final boolean required;
    private final String example;
    private final String rule;
    private final Set<String> synonyms;

    RosterColumn(String field, String title, boolean required, String example, String rule, String... synonyms) {
        this.field = field;
        this.title = title;
        this.required = required;
        this.example = example;
        this.rule = rule;
        this.synonyms = Set.of(synonyms);
    }

    /** Name of the same thing in the API. */
    String field() {
        return field;
    }

    public String title() {
        return title;
    }

    boolean isRequired() {
        return required;
    }

    String example() {
        return example;
    }

    String rule() {
        return rule;
    }

    boolean isOfHousehold() {
        return this == HOUSE_NUMBER || this == RELATION;
    }

    /** Long digits that a spreadsheet would spoil. */
    boolean isText() {
        return this == ID_NUMBER || this == PHONE || this == HOUSE_NUMBER || this == SCHOOL;
    }

    static Optional<RosterColumn> titled(String written) {
        var text = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("[\\s*:]", "");
        return Arrays.stream(values())
                .filter(column -> column.title.equals(text) || column.synonyms.contains(text))
                .findFirst();
    }

    /** The column in which a field of the API stands. */
    static Optional<RosterColumn> of(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findFirst();
    }
}
