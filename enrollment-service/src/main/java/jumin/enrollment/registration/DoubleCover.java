package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.law.Topic;
import jumin.enrollment.person.Finding;
import jumin.platform.sql.Sql;

/** 重复参保的提示: what a list says of somebody who has just been enrolled; to be decided under 重复参保. */
@ApplicationScoped
class DoubleCover {

    private final Sql sql;

    DoubleCover(Sql sql) {
        this.sql = sql;
    }

    List<Finding> of(EnrollmentId enrollment) {
        return sql.list(
                "select source, insured_from, insured_where from cover_conflict"
                        + " where enrollment_id = ? and state = 'OPEN' order by insured_from",
                row -> Finding.warning(
                                "idNumber",
                                "COVERED_OTHERWISE",
                                (row.getString(1).equals("EMPLOYEE") ? "名单显示已参加职工医保" : "名单显示已在其他统筹区参保") + "（"
                                        + row.getString(3) + "，自" + row.getObject(2, LocalDate.class) + "起）",
                                "不得重复参保；请向本人核实，并在“重复参保处理”中办理")
                        .under(Topic.NO_DOUBLE_COVER),
                enrollment.value());
    }
}
