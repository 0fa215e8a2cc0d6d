package jumin.enrollment.division;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 行政区划: city, county, township or village. Its path ends with '/' and begins with the path of what it belongs to. */
@Schema(description = "行政区划")
public record Division(
        @Schema(examples = "110101199201") String code,

        @JsonInclude(JsonInclude.Include.ALWAYS) @JsonProperty
        Optional<String> parent,

        @Schema(examples = "青石村") String name,
        DivisionLevel level,

        @Schema(examples = "110100/110101/110101199/110101199201/")
        String path) {

    /** 统筹区: the city at the beginning of every path. */
    public String area() {
        return areaOf(path);
    }

    public static String areaOf(String path) {
        return path.substring(0, path.indexOf('/'));
    }
}
