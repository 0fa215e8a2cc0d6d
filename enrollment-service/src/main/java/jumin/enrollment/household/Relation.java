package jumin.enrollment.household;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** 与户主关系 */
public enum Relation {
    HEAD("户主", "本人", "本人或户主"),
    SPOUSE("配偶", "妻", "妻子", "夫", "丈夫"),
    SON("子", "儿子", "独生子", "长子", "次子", "三子", "四子"),
    DAUGHTER("女", "女儿", "独生女", "长女", "次女", "三女", "二女", "四女"),
    PARENT("父母", "父亲", "母亲", "父", "母"),
    PARENT_IN_LAW("岳父母或公婆", "公公", "婆婆", "公公婆婆", "岳父", "岳母"),
    CHILD_IN_LAW("儿媳或女婿", "儿媳", "媳妇", "女婿"),
    GRANDCHILD("孙子女", "孙子", "孙女", "外孙", "外孙子", "外孙女", "孙"),
    GRANDPARENT("祖父母", "祖父", "祖母", "爷爷", "奶奶", "外祖父", "外祖母"),
    SIBLING("兄弟姐妹", "兄", "弟", "姐", "妹", "哥哥", "弟弟", "姐姐", "妹妹"),
    OTHER("其他", "其他亲属", "非亲属");

    private final String chinese;
    private final Set<String> alsoCalled;

    Relation(String chinese, String... alsoCalled) {
        this.chinese = chinese;
        this.alsoCalled = Set.of(alsoCalled);
    }

    public String chinese() {
        return chinese;
    }

    public static Optional<Relation> read(String text) {
        return Arrays.stream(values())
                .filter(relation -> relation.chinese.equals(text) || relation.alsoCalled.contains(text))
                .findFirst();
    }
}
