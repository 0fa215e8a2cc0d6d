package jumin.enrollment.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import jumin.platform.sql.TimeOrderedId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 参保人编号（技术） */
@Schema(type = SchemaType.STRING, format = "uuid", description = "参保人编号（技术）")
public record PersonId(UUID value) {

    public static PersonId next() {
        return new PersonId(TimeOrderedId.next());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    @JsonCreator
    public static PersonId fromString(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
