package jumin.enrollment.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.enrollment.paper.PaperContent.Fact;
import jumin.enrollment.payment.CoverageSeen;
import jumin.enrollment.person.PersonId;
import jumin.platform.time.ServiceClock;

/** 凭证上的待遇享受期: from when to when, as contribution has computed it; what it has not yet said is 尚未确定, never a guess. */
@ApplicationScoped
class PrintedCover {

    private static final String LABEL = "待遇享受期";
    private static final Map<String, String> STATES =
            Map.of("COVERED", "享受", "WAITING", "等待", "SUSPENDED", "暂停", "TERMINATED", "终止");

    private final CoverageSeen seen;

    PrintedCover(CoverageSeen seen) {
        this.seen = seen;
    }

    List<Fact> of(PersonId person, int benefitYear) {
        return of(List.of(person), benefitYear).get(person);
    }

    /** Of each of the persons. */
    Map<PersonId, List<Fact>> of(Collection<PersonId> persons, int benefitYear) {
        var known = seen.of(persons, benefitYear);
        return persons.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        person -> Optional.ofNullable(known.get(person))
                                .map(PrintedCover::facts)
                                .orElse(List.of(new Fact(LABEL, "尚未确定"))),
                        (one, same) -> one));
    }

    private static List<Fact> facts(CoverageSeen.Year year) {
        var days = year.intervals().isEmpty()
                ? Stream.of(new Fact(LABEL, "尚未享受" + (year.notCovered().isEmpty() ? "" : "：" + year.notCovered())))
                : year.intervals().stream().map(PrintedCover::fact);
        var facts = new ArrayList<>(days.toList());
        var day = LocalDate.ofInstant(year.computedAt().toInstant(), ServiceClock.ZONE);
        facts.add(new Fact("待遇核定日期", day.toString()));
        return List.copyOf(facts);
    }

    private static Fact fact(CoverageSeen.Interval interval) {
        var article = interval.article() == null || interval.article().isEmpty() ? "" : "（" + interval.article() + "）";
        return new Fact(
                "待遇" + STATES.getOrDefault(interval.state(), interval.state()),
                interval.from() + " 至 " + interval.to() + article);
    }
}
