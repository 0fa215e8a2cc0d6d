package jumin.enrollment.category;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import jumin.platform.sql.TimeOrderedId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 部门名单编号 */
@Schema(type = SchemaType.STRING, format = "uuid", description = "部门名单编号")
public record CategoryListId(UUID value) {

    public static CategoryListId next() {
        return new CategoryListId(TimeOrderedId.next());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    @JsonCreator
    public static CategoryListId fromString(String text) {
        return new CategoryListId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
