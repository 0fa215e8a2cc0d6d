package jumin.enrollment.move;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import jumin.platform.sql.TimeOrderedId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 迁移申请编号 */
@Schema(type = SchemaType.STRING, format = "uuid", description = "迁移申请编号")
public record TransferId(UUID value) {

    public static TransferId next() {
        return new TransferId(TimeOrderedId.next());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    @JsonCreator
    public static TransferId fromString(String text) {
        return new TransferId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
