package jumin.enrollment.ending;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import jumin.platform.sql.TimeOrderedId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 县级终止决定编号 */
@Schema(type = SchemaType.STRING, format = "uuid", description = "县级终止决定编号")
public record EndingDecisionId(UUID value) {

    public static EndingDecisionId next() {
        return new EndingDecisionId(TimeOrderedId.next());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    @JsonCreator
    public static EndingDecisionId fromString(String text) {
        return new EndingDecisionId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
