package jumin.enrollment.history;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Why a record says something else now.
 *
 * @param from since which day it is so; empty for a correction: it was wrong for as long as it stood
 */
public record RecordChange(Word word, Optional<LocalDate> from, String reason) {

    /** What sort of change. */
    public enum Word {
        REGISTERED("登记"),
        CORRECTED("更正"),
        CHANGED("变更"),
        MOVED("迁移"),
        MERGED("合并"),
        UNMERGED("撤销合并"),
        ENDED("终止"),
        RESTORED("恢复");

        private final String chinese;

        Word(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    public static RecordChange correction(String reason) {
        return new RecordChange(Word.CORRECTED, Optional.empty(), reason);
    }

    public static RecordChange since(Word word, LocalDate from, String reason) {
        return new RecordChange(word, Optional.of(from), reason);
    }
}
