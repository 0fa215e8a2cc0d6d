package jumin.enrollment.ending;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import jumin.platform.sql.TimeOrderedId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 终止编号 */
@Schema(type = SchemaType.STRING, format = "uuid", description = "终止编号")
public record EndingId(UUID value) {

    public static EndingId next() {
        return new EndingId(TimeOrderedId.next());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    @JsonCreator
    public static EndingId fromString(String text) {
        return new EndingId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
