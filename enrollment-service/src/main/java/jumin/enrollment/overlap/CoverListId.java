package jumin.enrollment.overlap;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import jumin.platform.sql.TimeOrderedId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 参保名单编号 */
@Schema(type = SchemaType.STRING, format = "uuid", description = "参保名单编号")
public record CoverListId(UUID value) {

    static CoverListId next() {
        return new CoverListId(TimeOrderedId.next());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    @JsonCreator
    public static CoverListId fromString(String text) {
        return new CoverListId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
