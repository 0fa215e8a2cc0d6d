package jumin.claims.verification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 待核实事项的状态 */
@Schema(description = "OPEN 待核实、CONFIRMED 属实、FINDING 不属实并已提出疑点、REDO 不属实并重算、VOID 不再需要核实")
public enum VerificationState {
    OPEN("待核实"),
    CONFIRMED("属实"),
    FINDING("不属实，已提出疑点"),
    REDO("不属实，重算"),
    VOID("不再需要核实");

    private final String title;

    VerificationState(String title) {
        this.title = title;
    }

    /** As it stands in sentences for people. */
    public String title() {
        return title;
    }
}
