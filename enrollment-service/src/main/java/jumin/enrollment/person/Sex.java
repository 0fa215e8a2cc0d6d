package jumin.enrollment.person;

import java.util.Optional;

/** 性别 */
public enum Sex {
    MALE("男"),
    FEMALE("女");

    private final String chinese;

    Sex(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** Reads what people write: 男, 女, and the codes 1 and 2. */
    public static Optional<Sex> read(String text) {
        return switch (text) {
            case "男", "男性", "1" -> Optional.of(MALE);
            case "女", "女性", "2" -> Optional.of(FEMALE);
            default -> Optional.empty();
        };
    }
}
