package jumin.claims.adjudication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.claims.coverage.Cover;
import jumin.claims.coverage.YearlyStandard;
import jumin.claims.provider.Qualification;
import jumin.regulation.DateRange;

/** 已知的待遇享受期和年度标准, for the years that a bill touches. Pure. */
record Known(List<Cover> covers, Optional<YearlyStandard> standard) {

    static final String OLD_LINE = "大病保险起付线：";

    Known {
        covers = List.copyOf(covers);
    }

    List<DateRange> paidPeriods() {
        return covers.stream().flatMap(one -> one.paidPeriods().stream()).toList();
    }

    /** 连续参保年数 up to a year; none where nothing is known of it. */
    long continuousYears(int benefitYear) {
        return covers.stream()
                .filter(one -> one.benefitYear() == benefitYear)
                .mapToLong(Cover::continuousYears)
                .findFirst()
                .orElse(0);
    }

    /** 零报销的年数 up to a year, from the first year that counts. */
    long zeroClaimYears(int benefitYear, int first) {
        return covers.stream()
                .filter(one -> one.benefitYear() == benefitYear)
                .flatMap(one -> one.zeroClaimYears().stream())
                .filter(year -> year >= first)
                .count();
    }

    boolean covered(LocalDate day) {
        for (var cover : covers) {
            if (cover.paidOn(day)) {
                return true;
            }
        }
        return false;
    }

    /** 起付线所依的收入尚未公布: which one stands in for it, where the care counts for the line; the new one lists such bills to be redone. */
    Optional<String> oldLine(CareType careType, int benefitYear) {
        return standard.flatMap(YearlyStandard::income)
                .filter(income -> careType.stay() || careType.qualification() == Qualification.CHRONIC)
                .filter(income -> income.ofStandard() < benefitYear)
                .map(income -> OLD_LINE + " " + benefitYear + " 年度所依的上年度人均可支配收入尚未公布，暂按 " + income.ofStandard() + " 年度的 "
                        + income.perCapita() + " 元核算，公布后重算");
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
