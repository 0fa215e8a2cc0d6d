package jumin.regulation.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** 法规数据有误：the data cannot be compiled; says where and what to do. Others may have been found with it. */
public final class LawDataProblem extends RuntimeException {

    private final Mark mark;
    private final String what;
    private final List<LawDataProblem> others;

    public LawDataProblem(Mark mark, String what) {
        this(mark, what, List.of());
    }

    private LawDataProblem(Mark mark, String what, List<LawDataProblem> others) {
        super(mark + " " + what);
        this.mark = mark;
        this.what = what;
        this.others = List.copyOf(others);
    }

    /** Makes something of each; what is wrong in several of them is told at once. */
    public static <T, R> List<R> ofEach(Collection<T> all, Function<T, R> making) {
        var made = new ArrayList<R>();
        var problems = new ArrayList<LawDataProblem>();
        for (var one : all) {
            try {
                made.add(making.apply(one));
            } catch (LawDataProblem problem) {
                problems.addAll(problem.all());
            }
        }
        if (!problems.isEmpty()) {
            var first = problems.removeFirst();
            throw new LawDataProblem(first.mark, first.what, problems);
        }
        return made;
    }

    /** What is made, or nothing and one complaint more; a second complaint about the same place is left out. */
    static <T> Optional<T> attempt(List<LawDataProblem> problems, Supplier<T> making) {
        try {
            return Optional.of(making.get());
        } catch (LawDataProblem problem) {
            problem.all().stream()
                    .filter(one -> problems.stream().noneMatch(other -> other.mark.equals(one.mark)))
                    .forEach(problems::add);
            return Optional.empty();
        }
    }

    /** This one, and those that were found with it. */
    public List<LawDataProblem> all() {
        var all = new ArrayList<>(List.of(this));
        all.addAll(others);
        return all;
    }

    public Mark mark() {
        return mark;
    }

    /** What is wrong, and after a semicolon what to do. */
    public String what() {
        return what;
    }
}
