package jumin.enrollment.overlap;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.Optional;

/**
 * 名单中的一行, as read.
 *
 * @param fault why it cannot be matched; empty when it can
 */
@RegisterForReflection
record CoverRow(
        int rowNo,
        String idNumber,
        String name,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String where,
        String fault) {

    static CoverRow of(int rowNo, CoverListSubmission.Row row) {
        var to = Optional.ofNullable(row.to());
        var turned = to.filter(last -> last.isBefore(row.from())).isPresent();
        return new CoverRow(
                rowNo,
                row.idNumber(),
                row.name().strip(),
                Optional.of(row.from()),
                to,
                row.where(),
                turned ? "终止日早于起始日，请核对" : "");
    }

    boolean matchable() {
        return fault.isEmpty();
    }

    @Override
    public String toString() {
        return "CoverRow " + rowNo;
    }
}
