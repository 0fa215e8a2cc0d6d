package jumin.regulation.cases;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jumin.regulation.fact.FactProblem;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.json.Json;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import jumin.regulation.settlement.SettlementFacts;

/** 案例所问：the facts with the law that answers them. */
record Question(GoldenCase golden, Law law) {

    private static final List<String> SETTLEMENT_DAYS = List.of("discharge_date", "service_date", "admission_date");
    private static final List<String> YEARS = List.of("coverage_year", "year");
    private static final List<String> OTHER_DAYS = List.of(
            "benefit_start", "payment_date", "registration_date", "event_date", "employee_start", "submitted_on");

    /** The law of the benefit year, of discharge or service, or the newest where no date is given. */
    static Question of(GoldenCase golden, String area, LawLibrary library) {
        var day = golden.area().equals("settlement")
                ? firstDay(golden, SETTLEMENT_DAYS).map(date -> SettlementFacts.lawDay(date, yearAsked(golden)))
                : year(golden).or(() -> firstDay(golden, OTHER_DAYS).map(date -> date.withDayOfYear(1)));
        return new Question(golden, library.law(area, day.orElseGet(() -> library.newest(area)), true));
    }

    Facts facts(String question) {
        return FactsJson.read(golden.facts(), Vocabulary.of(law).facts(question));
    }

    /** Of a stay whose years are settled one by one. */
    private static OptionalInt yearAsked(GoldenCase golden) {
        return member(golden, "segments") instanceof Json.Array
                        && member(golden, "settlement_year") instanceof Json.Whole year
                ? OptionalInt.of((int) year.value())
                : OptionalInt.empty();
    }

    private static Optional<LocalDate> year(GoldenCase golden) {
        return YEARS.stream()
                .map(key -> member(golden, key))
                .filter(Json.Whole.class::isInstance)
                .map(year -> LocalDate.of((int) ((Json.Whole) year).value(), 1, 1))
                .findFirst();
    }

    private static Optional<LocalDate> firstDay(GoldenCase golden, List<String> keys) {
        return keys.stream()
                .filter(key -> member(golden, key) instanceof Json.Text)
                .map(key -> day(golden, key))
                .findFirst();
    }

    private static LocalDate day(GoldenCase golden, String key) {
        var text = ((Json.Text) member(golden, key)).value();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new FactProblem(key, "事实“" + key + "”：须为日期，如 2024-01-01；写的是“" + text + "”", e);
        }
    }

    private static Json member(GoldenCase golden, String key) {
        return golden.facts() instanceof Json.Structure facts
                ? facts.members().getOrDefault(key, Json.NOTHING)
                : Json.NOTHING;
    }
}
