package jumin.platform.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** A moment with its offset, {@code 2024-03-02T09:30:00+08:00}, of a year in which somebody insured can have lived. */
final class CalendarMoment extends StdDeserializer<OffsetDateTime> {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    CalendarMoment() {
        super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (!in.hasToken(JsonToken.VALUE_STRING)) {
            context.reportWrongTokenException(this, JsonToken.VALUE_STRING, "a moment is a string");
        }
        try {
            var moment = OffsetDateTime.parse(in.getText());
            if (moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR) {
                return moment;
            }
        } catch (DateTimeException noSuchMoment) {
            throw InvalidFormatException.from(in, "no such moment", in.getText(), OffsetDateTime.class);
        }
        throw InvalidFormatException.from(in, "no such year", in.getText(), OffsetDateTime.class);
    }
}
