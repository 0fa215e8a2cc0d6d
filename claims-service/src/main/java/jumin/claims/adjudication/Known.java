package jumin.claims.adjudication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.claims.coverage.Cover;
import jumin.claims.coverage.YearlyStandard;
import jumin.regulation.DateRange;

/** 已知的待遇享受期和年度标准, for the years that a bill touches. Pure. */
record Known(List<Cover> covers, Optional<YearlyStandard> standard) {

    Known {
        covers = List.copyOf(covers);
    }

    List<DateRange> paidPeriods() {
        return covers.stream().flatMap(one -> one.paidPeriods().stream()).toList();
    }

    boolean covered(LocalDate day) {
        return paidPeriods().stream().anyMatch(period -> period.contains(day));
    }

    BillRecord.Sources sources(LocalDate admission, LocalDate discharge) {
        return new BillRecord.Sources(
                covers.stream().map(Cover::decisionId).toList(),
                standard.map(YearlyStandard::standardId).orElse(null),
                standard.map(YearlyStandard::decisionNumber).orElse(null),
                notCovered(admission, discharge).orElse(null));
    }

    /** The reason of the first day of care that has no cover. */
    private Optional<BillRecord.CoverReason> notCovered(LocalDate admission, LocalDate discharge) {
        return admission
                .datesUntil(discharge.plusDays(1))
                .filter(day -> !covered(day))
                .findFirst()
                .map(day -> covers.stream()
                        .filter(one -> one.benefitYear() == day.getYear())
                        .findFirst()
                        .flatMap(one -> reason(one, day))
                        .orElse(new BillRecord.CoverReason("OUTSIDE_BENEFIT_PERIOD", day + " 不在待遇享受期内", "")));
    }

    private static Optional<BillRecord.CoverReason> reason(Cover cover, LocalDate day) {
        return cover.on(day)
                .map(one -> new BillRecord.CoverReason(one.state().name(), one.reason(), one.article()))
                .or(() -> cover.notCovered()
                        .map(none -> new BillRecord.CoverReason(none.code(), none.text(), none.article())));
    }
}
