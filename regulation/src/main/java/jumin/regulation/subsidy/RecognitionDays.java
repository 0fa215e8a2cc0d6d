package jumin.regulation.subsidy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jumin.regulation.BenefitYear;
import jumin.regulation.DateRange;
import jumin.regulation.entitlement.CollectionWindow;
import jumin.regulation.law.Citation;
import jumin.regulation.law.Law;
import jumin.regulation.law.Node;
import jumin.regulation.law.Version;

/** 身份认定的时间：a recognition counts for a year's subsidy when it is valid on one of these days. */
public record RecognitionDays(DateRange days, Citation citation) {

    /** 参保的年度、公布的集中征缴期、登记日；the window stands in the text where none was published. */
    public record Enrolling(BenefitYear year, Optional<DateRange> window, Optional<LocalDate> registered) {

        private Stream<LocalDate> day(Node word) {
            return switch (word.text()) {
                case "year_start" -> Stream.of(year.first());
                case "year_end" -> Stream.of(year.last());
                case "window.first" -> window.map(DateRange::first).stream();
                case "window.last" -> window.map(DateRange::last).stream();
                case "registration" -> registered.stream();
                default ->
                    throw word.problem(
                            "不认识的“" + word.text() + "”，可用：year_start year_end window.first window.last registration");
            };
        }
    }

    /** Empty where the law of the area has no such rule. */
    public static Optional<RecognitionDays> of(Law law, Enrolling enrolling) {
        return law.find("subsidy.recognition")
                .flatMap(rule -> rule.version()
                        .map(Version::content)
                        .map(content ->
                                new RecognitionDays(range(content, withWindow(law, enrolling)), rule.citation())));
    }

    private static Enrolling withWindow(Law law, Enrolling enrolling) {
        var window = enrolling.window().or(() -> CollectionWindow.of(law).map(set -> set.before(enrolling.year())));
        return new Enrolling(enrolling.year(), window, enrolling.registered());
    }

    private static DateRange range(Node content, Enrolling enrolling) {
        content.only(Set.of("from", "until", "earliest_of", "latest_of"));
        var first = content.get("earliest_of").list().stream()
                .flatMap(enrolling::day)
                .min(Comparator.naturalOrder())
                .orElse(enrolling.year().first());
        var last = content.get("latest_of").list().stream()
                .flatMap(enrolling::day)
                .max(Comparator.naturalOrder())
                .orElse(enrolling.year().first());
        return new DateRange(first, last.isBefore(first) ? first : last);
    }

    /** Whether a recognition, open-ended or not, counts. */
    public boolean count(LocalDate from, Optional<LocalDate> to) {
        return !from.isAfter(days.last())
                && to.map(last -> !last.isBefore(days.first())).orElse(true);
    }
}
