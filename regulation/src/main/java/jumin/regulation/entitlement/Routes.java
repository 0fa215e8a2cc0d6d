package jumin.regulation.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.regulation.BenefitYear;
import jumin.regulation.DateRange;
import jumin.regulation.Term;
import jumin.regulation.block.Choice;
import jumin.regulation.block.ConditionReader;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Citation;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawDataProblem;
import jumin.regulation.law.Node;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.worksheet.LineKind;
import jumin.regulation.worksheet.Worksheet;

/** 待遇享受期：from the kind of enrollment, the payment and the window. */
final class Routes {

    private static final String ORDINARY = "ordinary";

    private final EntitlementProgram.Paper paper;
    private final Map<String, Choice<Route>> routes = new HashMap<>();
    private final RuleInForce waitRule;
    private final Optional<Wait> wait;
    private final Clause waiting;
    private final Clause tooLate;

    Routes(Law law, EntitlementProgram.Paper paper) {
        this.paper = paper;
        waitRule = law.get("waiting.period");
        wait = waitRule.version().map(version -> Wait.read(version.content()));
        waiting = paper.reasons().legend().clause(waitRule.key(), waitRule.title() + "，自该日起享受待遇", waitRule.citation());
        tooLate = paper.reasons().legend().clause(waitRule.key(), title("WAITING_EXCEEDS_YEAR"), waitRule.citation());
        LawDataProblem.ofEach(law.keys("entitlement.route."), key -> {
            var rule = law.get(key);
            var choice = Choice.of(rule, law, paper.schema(), option -> Route.read(option, clause(rule, option)));
            rule.version()
                    .ifPresent(
                            version -> version.content().get("for").texts().forEach(type -> routes.put(type, choice)));
            return choice;
        });
    }

    private String title(String code) {
        return paper.reasons().vocabulary().title("codes", code);
    }

    private Clause clause(RuleInForce rule, Node option) {
        var article = option.find("cite").map(Node::text).orElse(rule.citation().article());
        var citation = new Citation(rule.citation().instrument(), article);
        return paper.reasons().legend().clause(rule.key(), rule.title() + "，自该日起享受待遇", citation);
    }

    EntitlementDecision decide(Facts facts) {
        var frame = paper.frame(facts);
        var sheet = paper.reasons().sheet();
        var deadline = Optional.<LocalDate>empty();
        var type = facts.word("enrollment_type").orElse(ORDINARY);
        while (true) {
            var choice = routes.getOrDefault(type, routes.get(ORDINARY));
            var option = choice.first(frame);
            deadline = deadline.or(() -> deadline(choice, frame));
            if (option.isEmpty()) {
                return held(waitRule.title(), waitRule.citation(), sheet);
            }
            switch (option.get().outcome()) {
                case Route.Continue other -> type = other.type();
                case Route.Hold hold -> {
                    return held(hold.missing(), hold.clause().citation(), sheet);
                }
                case Route.Refuse refuse -> {
                    return refused(refuse, deadline, sheet);
                }
                case Route.From from -> {
                    return new Reckoning(facts, from, deadline, sheet).conclude();
                }
            }
        }
    }

    private EntitlementDecision refused(Route.Refuse refuse, Optional<LocalDate> deadline, Worksheet sheet) {
        var citation = refuse.clause().citation();
        var cause = paper.reasons().denial(refuse.code(), citation);
        sheet.write(LineKind.DENIAL, paper.reasons().legend().clause(cause.code(), cause.title(), citation), 0);
        return new EntitlementDecision.Refused(cause, Optional.empty(), deadline, paper.release(), sheet);
    }

    private static Optional<LocalDate> deadline(Choice<Route> choice, long[] frame) {
        return choice.options().stream()
                .flatMap(option -> ConditionReader.deadline(option.when(), frame).stream())
                .findFirst();
    }

    private EntitlementDecision held(String missing, Citation citation, Worksheet sheet) {
        return new EntitlementDecision.Held(paper.reasons().missing(missing, citation), paper.release(), sheet);
    }

    /** The dates of one decision. */
    private final class Reckoning {

        private final Facts facts;
        private final Route.From route;
        private final Optional<LocalDate> deadline;
        private final Worksheet sheet;

        Reckoning(Facts facts, Route.From route, Optional<LocalDate> deadline, Worksheet sheet) {
            this.facts = facts;
            this.route = route;
            this.deadline = deadline;
            this.sheet = sheet;
        }

        EntitlementDecision conclude() {
            var year = year();
            var paid = facts.day("payment_date").or(() -> facts.day("registration_date"));
            if (year.isEmpty()) {
                return held("参保年度", route.clause().citation(), sheet);
            }
            return switch (route.start()) {
                case DAY_OF_YEAR_BEFORE ->
                    entitled(
                            route.span()
                                    .dayOfYearBefore()
                                    .orElseThrow()
                                    .atYear(year.get().year() - 1),
                            year.get(),
                            Optional.empty());
                case YEAR_START -> entitled(year.get().first(), year.get(), Optional.empty());
                case BIRTH -> from(facts.day("birth_date"), year.get());
                case PAYMENT -> from(paid, year.get());
                case DAY_AFTER_PAYMENT -> from(paid.map(day -> day.plusDays(1)), year.get());
                case MONTH_AFTER_RECOGNITION ->
                    from(
                            facts.day("recognized_date")
                                    .map(day -> day.withDayOfMonth(1).plusMonths(1)),
                            year.get());
                case AFTER_WAIT -> afterWait(paid, year.get());
            };
        }

        private Optional<BenefitYear> year() {
            var birth = facts.day("birth_date").map(BenefitYear::of);
            return switch (route.year()) {
                case OF_BIRTH -> birth;
                case AFTER_BIRTH -> birth.map(BenefitYear::next);
                case PAID_FOR -> EntitlementProgram.Paper.paidFor(facts);
            };
        }

        private EntitlementDecision from(Optional<LocalDate> day, BenefitYear year) {
            return day.map(start -> entitled(later(start, year.first()), year, Optional.empty()))
                    .orElseGet(() -> held("起算日期", route.clause().citation(), sheet));
        }

        private EntitlementDecision afterWait(Optional<LocalDate> paid, BenefitYear year) {
            if (paid.isEmpty() || wait.isEmpty()) {
                return held(paid.isEmpty() ? "缴费日期" : waitRule.title(), waitRule.citation(), sheet);
            }
            var configured = facts.count("configured_wait_months");
            if (configured.filter(wait.get()::exceededBy).isPresent()) {
                var cause = paper.reasons().denial("PARAMETER_OVER_LEGAL_MAXIMUM", waitRule.citation());
                return new EntitlementDecision.Held(cause, paper.release(), sheet);
            }
            var length = wait.get()
                    .length(
                            configured,
                            facts.count("lapse_years").orElse(0L),
                            facts.count("repaired_years").orElse(0L));
            return length.map(term -> entitled(later(term.after(paid.get()), year.first()), year, length))
                    .orElseGet(() -> held(waitRule.title(), waitRule.citation(), sheet));
        }

        private EntitlementDecision entitled(LocalDate start, BenefitYear year, Optional<Term> waited) {
            if (start.isAfter(year.last())) {
                sheet.write(LineKind.DENIAL, tooLate, 0);
                var cause = paper.reasons().denial("WAITING_EXCEEDS_YEAR", waitRule.citation());
                return new EntitlementDecision.Refused(cause, waited, deadline, paper.release(), sheet);
            }
            var clause = waited.isPresent() ? waiting : route.clause();
            sheet.write(LineKind.DAY, clause, start.toEpochDay());
            var end = route.span().until().flatMap(facts::day).filter(day -> day.isBefore(year.last()));
            var benefit = new DateRange(start, end.orElse(year.last()));
            var intervals = intervals(benefit, waited, clause);
            return new EntitlementDecision.Entitled(
                    benefit, waited, deadline, years(year), intervals, paper.release(), sheet);
        }

        private List<BenefitYear> years(BenefitYear year) {
            var registered = facts.day("registration_date").map(BenefitYear::of);
            return route.span().registrationYearDue() && registered.isPresent()
                    ? List.of(year, registered.get())
                    : List.of(year);
        }

        private List<CoverageInterval> intervals(DateRange benefit, Optional<Term> waited, Clause clause) {
            var intervals = new ArrayList<CoverageInterval>();
            var paid = facts.day("payment_date").or(() -> facts.day("registration_date"));
            if (waited.isPresent() && paid.isPresent() && paid.get().isBefore(benefit.first())) {
                var days = new DateRange(paid.get(), benefit.first().minusDays(1));
                intervals.add(new CoverageInterval(
                        days,
                        CoverageInterval.State.WAITING,
                        waitRule.title() + " " + waited.get(),
                        waitRule.citation()));
            }
            intervals.add(
                    new CoverageInterval(benefit, CoverageInterval.State.COVERED, clause.title(), clause.citation()));
            return intervals;
        }

        private static LocalDate later(LocalDate one, LocalDate other) {
            return one.isAfter(other) ? one : other;
        }
    }
}
