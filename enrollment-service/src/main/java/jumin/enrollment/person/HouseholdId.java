package jumin.enrollment.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import jumin.platform.sql.TimeOrderedId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 户编号（技术） */
@Schema(type = SchemaType.STRING, format = "uuid", description = "户编号（技术）")
public record HouseholdId(UUID value) {

    public static HouseholdId next() {
        return new HouseholdId(TimeOrderedId.next());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    @JsonCreator
    public static HouseholdId fromString(String text) {
        return new HouseholdId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
