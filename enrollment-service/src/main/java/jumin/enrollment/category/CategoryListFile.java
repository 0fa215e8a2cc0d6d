package jumin.enrollment.category;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.table.ListFile;
import jumin.enrollment.table.SheetRow;
import jumin.enrollment.table.WrittenDate;
import jumin.platform.problem.ProblemException;

/** 部门名单文件 (xlsx, CSV, TXT): the same list as by JSON. What cannot be read in a row is that row's verdict. */
final class CategoryListFile {

    private static final String TITLES = "表头须有列名：证件号码、姓名、人员类别、认定日期，另可有终止日期、是否失业、区划代码。";
    private static final int BATCH = 500;
    private static final int MOST = 10_000;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORD = 60;

    private CategoryListFile() {}

    /** @throws ProblemException when it cannot be read, is empty, or is longer than one list can be */
    static List<CategoryListSubmission.Row> read(Path path) {
        var rows = new ArrayList<CategoryListSubmission.Row>();
        try (var file =
                ListFile.open(path, CategoryColumn.values(), EnrollmentProblem.CATEGORY_LIST_UNREADABLE, TITLES)) {
            for (var batch = file.take(BATCH); !batch.isEmpty(); batch = file.take(BATCH)) {
                batch.forEach(row -> rows.add(row(file, row)));
                if (rows.size() > MOST) {
                    throw unreadable("名单超过" + MOST + "行；请按类别分成几份报送，全量名单注明各份所含类别；"
                            + "一个类别仍超过的，按县或乡镇分成几份，各份写明 divisions（区划代码）：每份只终止其区划内不再列入的人。");
                }
            }
        }
        if (rows.isEmpty()) {
            throw unreadable("表头下没有数据。");
        }
        return rows;
    }

    private static CategoryListSubmission.Row row(ListFile<CategoryColumn> file, SheetRow row) {
        return new CategoryListSubmission.Row(
                file.cell(row, CategoryColumn.ID_NUMBER, LONGEST_NUMBER),
                file.cell(row, CategoryColumn.NAME, LONGEST_NAME),
                file.cell(row, CategoryColumn.CATEGORY, LONGEST_WORD),
                day(file.cell(row, CategoryColumn.FROM, LONGEST_NUMBER)),
                day(file.cell(row, CategoryColumn.TO, LONGEST_NUMBER)),
                unemployed(file.cell(row, CategoryColumn.UNEMPLOYED, LONGEST_NUMBER)),
                file.cell(row, CategoryColumn.PLACE, LONGEST_NUMBER));
    }

    /** Null when nothing is said: then it stays as it was. */
    private static @org.jspecify.annotations.Nullable Boolean unemployed(String written) {
        return switch (written) {
            case "是" -> true;
            case "否" -> false;
            default -> null;
        };
    }

    /** Null when nothing is written; {@link CategoryListSubmission#NO_DAY} when it is no day. */
    private static @org.jspecify.annotations.Nullable LocalDate day(String written) {
        return written.isEmpty() ? null : WrittenDate.read(written).orElse(CategoryListSubmission.NO_DAY);
    }

    private static ProblemException unreadable(String detail) {
        return new ProblemException(EnrollmentProblem.CATEGORY_LIST_UNREADABLE, detail);
    }
}
