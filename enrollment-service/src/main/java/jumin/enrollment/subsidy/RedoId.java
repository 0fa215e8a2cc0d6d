package jumin.enrollment.subsidy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 待重办编号 */
@Schema(type = SchemaType.STRING, format = "uuid", description = "待重办编号")
public record RedoId(UUID value) {

    /** @throws IllegalArgumentException when it is no UUID */
    @JsonCreator
    public static RedoId fromString(String text) {
        return new RedoId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
