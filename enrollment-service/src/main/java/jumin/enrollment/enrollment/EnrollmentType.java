package jumin.enrollment.enrollment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** 参保类型: the words that the law's data uses; which rule each follows stands there. */
public enum EnrollmentType {
    @JsonProperty("ordinary")
    ORDINARY("普通居民", "普通", "居民", "一般居民"),
    @JsonProperty("newborn")
    NEWBORN("新生儿"),
    @JsonProperty("newborn_deceased")
    NEWBORN_DECEASED("抢救无效死亡的新生儿", "死亡新生儿"),
    @JsonProperty("college_student")
    COLLEGE_STUDENT("大学生", "在校大学生"),
    @JsonProperty("college_freshman")
    COLLEGE_FRESHMAN("大学新生", "新参保大学生", "新入学大学生"),
    @JsonProperty("subsidised")
    SUBSIDISED("资助参保对象", "资助参保"),
    @JsonProperty("medical_assistance")
    MEDICAL_ASSISTANCE("医疗救助对象"),
    @JsonProperty("assistance_not_subsidised")
    ASSISTANCE_NOT_SUBSIDISED("不享受资助的医疗救助对象"),
    @JsonProperty("veteran")
    VETERAN("退役军人"),
    @JsonProperty("veteran_family")
    VETERAN_FAMILY("退役军人家属"),
    @JsonProperty("clergy")
    CLERGY("宗教教职人员"),
    @JsonProperty("employee_lapse")
    EMPLOYEE_LAPSE("职工医保中断人员", "职工医保中断"),
    @JsonProperty("moved_in")
    MOVED_IN("户口迁入人员", "户口迁入"),
    @JsonProperty("returnee")
    RETURNEE("出国回国人员", "回国人员"),
    @JsonProperty("released_prisoner")
    RELEASED_PRISONER("刑满释放人员", "刑满释放"),
    @JsonProperty("migrant_child")
    MIGRANT_CHILD("流动人员子女"),
    @JsonProperty("graduate_returned")
    GRADUATE_RETURNED("毕业返乡大学生", "毕业返乡");

    private final String chinese;
    private final Set<String> alsoCalled;

    EnrollmentType(String chinese, String... alsoCalled) {
        this.chinese = chinese;
        this.alsoCalled = Set.of(alsoCalled);
    }

    public String chinese() {
        return chinese;
    }

    /** 大学生, whether new or not: what the texts give students. */
    public boolean isCollege() {
        return this == COLLEGE_STUDENT || this == COLLEGE_FRESHMAN;
    }

    /** 资助、救助: what the texts give these rests on a department's word. */
    public boolean restsOnRecognition() {
        return this == SUBSIDISED || this == MEDICAL_ASSISTANCE || this == ASSISTANCE_NOT_SUBSIDISED;
    }

    /** 不受集中征缴期限制: what the texts give these rests on something that happened, or that they are, and that can be shown. */
    public boolean restsOnEvidence() {
        return this == CLERGY || isOfService() || restsOnEvent();
    }

    /** 退役军人及其家属: from the day of discharge. */
    public boolean isOfService() {
        return this == VETERAN || this == VETERAN_FAMILY;
    }

    /** 迁入、回国、释放等: from the day on which it happened. */
    public boolean restsOnEvent() {
        return switch (this) {
            case EMPLOYEE_LAPSE, MOVED_IN, RETURNEE, RELEASED_PRISONER, MIGRANT_CHILD, GRADUATE_RETURNED -> true;
            default -> false;
        };
    }

    /** The word of the law's data and of the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EnrollmentType> read(String text) {
        return Arrays.stream(values())
                .filter(type -> type.chinese.equals(text) || type.alsoCalled.contains(text))
                .findFirst();
    }
}
