package jumin.enrollment.overlap;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import jumin.platform.sql.TimeOrderedId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 重复参保编号 */
@Schema(type = SchemaType.STRING, format = "uuid", description = "重复参保编号")
public record ConflictId(UUID value) {

    public static ConflictId next() {
        return new ConflictId(TimeOrderedId.next());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    @JsonCreator
    public static ConflictId fromString(String text) {
        return new ConflictId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
