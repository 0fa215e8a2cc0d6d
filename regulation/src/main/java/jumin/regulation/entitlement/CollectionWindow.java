package jumin.regulation.entitlement;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import jumin.regulation.BenefitYear;
import jumin.regulation.DateRange;
import jumin.regulation.law.Law;
import jumin.regulation.law.Version;

/** 集中征缴期，where the text itself fixes it: from a day of the year before the one that is paid for, to a later day, which may lie in that year. */
public record CollectionWindow(MonthDay first, MonthDay last) {

    public static Optional<CollectionWindow> of(Law law) {
        return law.find("entitlement.window")
                .flatMap(rule -> rule.version().map(Version::content))
                .map(content -> {
                    return new CollectionWindow(
                            Route.monthDay(content.get("first_day")), Route.monthDay(content.get("last_day")));
                });
    }

    /** For the year that is paid for. */
    public DateRange before(BenefitYear year) {
        LocalDate start = first.atYear(year.year() - 1);
        return new DateRange(start, last.atYear(last.isBefore(first) ? year.year() : year.year() - 1));
    }
}
