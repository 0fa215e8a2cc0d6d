package jumin.enrollment.registration;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a registration at the counter brought. */
@Schema(description = "登记结果")
@RegisterForReflection
public record RegisteredView(
        @Schema(examples = "P3609000000000042") String personNo, EnrollmentView enrollment, List<NoteView> notes) {

    /** Something to look at, though registered. */
    @Schema(description = "提示")
    @RegisterForReflection
    public record NoteView(String field, String code, String reason, String suggestion, String article) {}
}
