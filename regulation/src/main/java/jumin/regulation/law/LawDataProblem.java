package jumin.regulation.law;

/** 法规数据有误：the data cannot be compiled; says where and what to do. */
public final class LawDataProblem extends RuntimeException {

    public LawDataProblem(Mark mark, String what) {
        super(mark + " " + what);
    }
}
