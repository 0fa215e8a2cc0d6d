package jumin.regulation.law;

import java.util.List;

/** 没有载入的法规目录：a city whose data are wrong; the others are loaded. */
public record RefusedFolder(String folder, List<LawDataProblem> problems) {

    public RefusedFolder {
        problems = List.copyOf(problems);
    }

    @Override
    public String toString() {
        return folder + " 没有载入：" + problems.getFirst().getMessage()
                + (problems.size() > 1 ? " 等 " + problems.size() + " 处" : "");
    }
}
