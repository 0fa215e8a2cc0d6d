package jumin.platform.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A date as people write it, {@code 2024-03-02}, of a year in which somebody insured can have lived. */
final class CalendarDay extends StdDeserializer<LocalDate> {

    private static final int NO_NUMBER = -1;

    CalendarDay() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (!in.hasToken(JsonToken.VALUE_STRING)) {
            context.reportWrongTokenException(this, JsonToken.VALUE_STRING, "a date is a string");
        }
        var text = in.getText();
        var written = text.length() == "2024-03-02".length() && text.charAt(4) == '-' && text.charAt(7) == '-';
        var year = written ? number(text, 0, 4) : NO_NUMBER;
        var month = written ? number(text, 5, 7) : NO_NUMBER;
        var day = written ? number(text, 8, 10) : NO_NUMBER;
        if (year < 1900 || year > 2199 || month == NO_NUMBER || day == NO_NUMBER) {
            throw InvalidFormatException.from(in, "not a date", text, LocalDate.class);
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            throw InvalidFormatException.from(in, "no such day", text, LocalDate.class);
        }
    }

    /** By hand, since a bill has a date on every line, and patterns and formatters take longer than all else of it. */
    private static int number(String text, int from, int to) {
        var number = 0;
        for (var at = from; at < to; at++) {
            var digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return NO_NUMBER;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
