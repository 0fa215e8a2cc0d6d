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
        if (text != null && !isPlain(text)) {
            throw InvalidFormatException.from(in, "not plain text", text, String.class);
        }
        return text;
    }

    /** A bill of 30 lines brings two hundred texts: a loop, and no stream for each. */
    private static boolean isPlain(String text) {
        for (int at = 0, point; at < text.length(); at += Character.charCount(point)) {
            point = text.codePointAt(at);
            if (cannotBeKept(point)) {
                return false;
            }
        }
        return true;
    }

    private static boolean cannotBeKept(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                || Character.isISOControl(point) && point != '\t' && point != '\n' && point != '\r';
    }
}
