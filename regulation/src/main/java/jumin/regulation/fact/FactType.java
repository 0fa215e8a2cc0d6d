package jumin.regulation.fact;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import jumin.regulation.DateRange;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.json.Json;

/** 事实的类型。How a value is written at the boundary. */
public enum FactType {
    WORD("一个词"),
    WORDS("一列词"),
    FLAG("true 或 false"),
    DAY("日期，如 2024-01-01"),
    PERIOD("起止日期，如 [\"2024-01-01\", \"2024-12-31\"]"),
    PERIODS("若干起止日期"),
    AMOUNT("金额，如 \"1234.50\""),
    SHARE("比例，如 \"0.60\""),
    COUNT("整数"),
    GRANT("金额，如 \"280.00\"，或 full（全额）"),
    ITEMS("费用明细"),
    MANY("一列对象");

    private final String form;

    FactType(String form) {
        this.form = form;
    }

    public String form() {
        return form;
    }

    /** Reads a value of this type; items and lists of objects are read by {@link FactsReader}. */
    Fact read(Json json) {
        try {
            return switch (this) {
                case WORD -> new Fact.Word(text(json));
                case WORDS ->
                    new Fact.Words(elements(json).stream().map(FactType::text).toList());
                case FLAG -> new Fact.Flag(((Json.Flag) json).value());
                case DAY -> new Fact.Day(LocalDate.parse(text(json)));
                case PERIOD -> new Fact.Period(period(json));
                case PERIODS ->
                    new Fact.Periods(
                            elements(json).stream().map(FactType::period).toList());
                case AMOUNT -> new Fact.Amount(Money.yuan(text(json)));
                case SHARE -> new Fact.Share(Rate.parse(text(json)));
                case COUNT -> new Fact.Count(((Json.Whole) json).value());
                case GRANT ->
                    text(json).equals("full") ? new Fact.Word("full") : new Fact.Amount(Money.yuan(text(json)));
                case ITEMS, MANY -> throw new IllegalArgumentException(form);
            };
        } catch (ClassCastException | DateTimeParseException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("须为" + form, e);
        }
    }

    static Json write(Fact fact) {
        return switch (fact) {
            case Fact.Word word -> Json.text(word.value());
            case Fact.Words words ->
                Json.array(words.values().stream().map(Json::text).toList());
            case Fact.Flag flag -> Json.of(flag.value());
            case Fact.Day day -> Json.text(day.value());
            case Fact.Period period -> write(period.value());
            case Fact.Periods periods ->
                Json.array(periods.values().stream().map(FactType::write).toList());
            case Fact.Amount amount -> Json.text(amount.value());
            case Fact.Share share -> Json.text(share.value().decimal());
            case Fact.Count count -> Json.of(count.value());
            case Fact.Items items ->
                Json.array(items.values().stream().map(ItemJson::write).toList());
            case Fact.Many many ->
                Json.array(many.values().stream().map(FactsJson::write).toList());
        };
    }

    private static Json write(DateRange range) {
        return Json.array(List.of(Json.text(range.first()), Json.text(range.last())));
    }

    private static DateRange period(Json json) {
        var days = elements(json);
        return new DateRange(LocalDate.parse(text(days.getFirst())), LocalDate.parse(text(days.getLast())));
    }

    private static List<Json> elements(Json json) {
        return ((Json.Array) json).elements();
    }

    static String text(Json json) {
        return ((Json.Text) json).value();
    }
}
