package jumin.platform.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;

/** Text that a database can keep and a page can print: no control characters but tab and line ends, no half of a pair. */
final class PlainText extends StringDeserializer {

    @Override
    public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
        var text = super.deserialize(in, context);
        if (text != null && text.codePoints().anyMatch(PlainText::cannotBeKept)) {
            throw InvalidFormatException.from(in, "not plain text", text, String.class);
        }
        return text;
    }

    private static boolean cannotBeKept(int point) {
        return Character.getType(point) == Character.SURROGATE
                || Character.isISOControl(point) && point != '\t' && point != '\n' && point != '\r';
    }
}
