package jumin.platform.problem;

/** A stable error code with its Chinese title. One enum per service implements it; codes are frozen once published. */
public interface ProblemCode {

    /** The enum's own name: {@code CLAIM_ALREADY_SETTLED}. */
    String name();

    ProblemKind kind();

    /** Chinese, constant per code; facts go into the detail. */
    String title();

    /** Path of the documentation of this code, as {@code type} of the problem: {@code /problems/claim-already-settled}. */
    default String type() {
        return "/problems/" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
