package jumin.regulation.fact;

/** 事实有误：names the fact, so that whoever has the file can point at its line. */
public final class FactProblem extends IllegalArgumentException {

    private final String name;

    public FactProblem(String name, String message, Throwable cause) {
        super(message, cause);
        this.name = name;
    }

    /** The name with dots for nesting. */
    public String name() {
        return name;
    }
}
