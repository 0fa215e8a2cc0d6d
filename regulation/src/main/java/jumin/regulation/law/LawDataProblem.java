package jumin.regulation.law;

/** 法规数据有误：the data cannot be compiled; says where and what to do. */
public final class LawDataProblem extends RuntimeException {

    private final Mark mark;
    private final String what;

    public LawDataProblem(Mark mark, String what) {
        super(mark + " " + what);
        this.mark = mark;
        this.what = what;
    }

    public Mark mark() {
        return mark;
    }

    /** What is wrong, and after a semicolon what to do. */
    public String what() {
        return what;
    }
}
