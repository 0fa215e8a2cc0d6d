package jumin.enrollment.roster;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import jumin.platform.sql.TimeOrderedId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 花名册导入编号 */
@Schema(type = SchemaType.STRING, format = "uuid", description = "花名册导入编号")
public record RosterImportId(UUID value) {

    public static RosterImportId next() {
        return new RosterImportId(TimeOrderedId.next());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    @JsonCreator
    public static RosterImportId fromString(String text) {
        return new RosterImportId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
