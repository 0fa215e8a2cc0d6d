package jumin.enrollment.elsewhere;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import jumin.platform.sql.TimeOrderedId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 异地参保资助编号 */
@Schema(type = SchemaType.STRING, format = "uuid", description = "异地参保资助编号")
public record ElsewhereAidId(UUID value) {

    public static ElsewhereAidId next() {
        return new ElsewhereAidId(TimeOrderedId.next());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    @JsonCreator
    public static ElsewhereAidId fromString(String text) {
        return new ElsewhereAidId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
