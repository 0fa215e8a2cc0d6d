package jumin.enrollment.notice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import jumin.platform.sql.TimeOrderedId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 告知事项编号 */
@Schema(type = SchemaType.STRING, format = "uuid", description = "告知事项编号")
public record NoticeId(UUID value) {

    public static NoticeId next() {
        return new NoticeId(TimeOrderedId.next());
    }

    /** @throws IllegalArgumentException when it is no UUID */
    @JsonCreator
    public static NoticeId fromString(String text) {
        return new NoticeId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
