package jumin.platform.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** A date as people write it, {@code 2024-03-02}, of a year in which somebody insured can have lived. */
final class CalendarDay extends StdDeserializer<LocalDate> {

    private static final Pattern DAY = Pattern.compile("(19|20|21)\\d\\d-\\d\\d-\\d\\d");

    CalendarDay() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (!in.hasToken(JsonToken.VALUE_STRING)) {
            context.reportWrongTokenException(this, JsonToken.VALUE_STRING, "a date is a string");
        }
        if (!DAY.matcher(in.getText()).matches()) {
            throw InvalidFormatException.from(in, "not a date", in.getText(), LocalDate.class);
        }
        try {
            return LocalDate.parse(in.getText());
        } catch (DateTimeException noSuchDay) {
            throw InvalidFormatException.from(in, "no such day", in.getText(), LocalDate.class);
        }
    }
}
