package jumin.enrollment.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.platform.personal.Masked;
import jumin.platform.problem.Problem;

/** 字段名称: how people call a record's fields, and a difference said in a sentence without personal data. */
final class FieldWords {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("name", "姓名"),
            Map.entry("sex", "性别"),
            Map.entry("birthDate", "出生日期"),
            Map.entry("idType", "证件类型"),
            Map.entry("idMasked", "证件号码"),
            Map.entry("phoneMasked", "手机号"),
            Map.entry("school", "学校"),
            Map.entry("divisionPath", "区划"),
            Map.entry("householdId", "所在户"),
            Map.entry("status", "人员状态"),
            Map.entry("houseNumber", "户编号"),
            Map.entry("address", "住址"),
            Map.entry("collective", "集体户"),
            Map.entry("members", "成员"),
            Map.entry("memberCount", "人数"));
    private static final Map<String, String> VALUES = Map.of(
            "MALE", "男", "FEMALE", "女", "true", "是", "false", "否", "ACTIVE", "正常", "DECEASED", "已故", "MERGED", "已合并");

    private FieldWords() {}

    /** Empty for what nobody sees. */
    static Optional<Problem.FieldError> difference(String field, JsonNode seen, JsonNode now) {
        return Optional.ofNullable(NAMES.get(field))
                .map(name -> new Problem.FieldError(
                        "/" + field, "CHANGED_MEANWHILE", sentence(name, field, seen, now), "请核对后重新填写"));
    }

    private static String sentence(String name, String field, JsonNode seen, JsonNode now) {
        if (seen.isArray() && now.isArray()) {
            var were = texts(seen);
            var are = texts(now);
            var came = new ArrayList<>(are);
            came.removeAll(were);
            var went = new ArrayList<>(were);
            went.removeAll(are);
            return name + "：" + (came.isEmpty() ? "" : "新增" + String.join("、", came))
                    + (went.isEmpty() ? "" : (came.isEmpty() ? "" : "；") + "减少" + String.join("、", went));
        }
        return name + "：您看到的是“" + shown(field, seen) + "”，现为“" + shown(field, now) + "”";
    }

    private static String shown(String field, JsonNode value) {
        var text = value.asText("");
        return field.equals("name") ? Masked.name(text) : VALUES.getOrDefault(text, text.isEmpty() ? "空" : text);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
