package jumin.enrollment.enrollment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import jumin.platform.sql.TimeOrderedId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 参保登记编号 */
@Schema(type = SchemaType.STRING, format = "uuid", description = "参保登记编号")
public record EnrollmentId(UUID value) {

    public static EnrollmentId next() {
        return new EnrollmentId(TimeOrderedId.next());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    @JsonCreator
    public static EnrollmentId fromString(String text) {
        return new EnrollmentId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
