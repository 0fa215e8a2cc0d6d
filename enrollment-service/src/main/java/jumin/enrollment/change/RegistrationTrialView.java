package jumin.enrollment.change;

import java.util.List;
import jumin.enrollment.registration.RegisteredView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 柜台参保登记 as it would be; nothing is stored. */
@Schema(description = "柜台参保登记的效果，供确认前查看；待遇按今日足额缴费试算，实际以征缴记录为准")
public record RegistrationTrialView(
        int benefitYear,
        @Schema(description = "户编号在该村没有，将新立一户") boolean opensHousehold,
        TypeChangeView.SideView effect,
        @Schema(description = "提示") List<RegisteredView.NoteView> notes) {

    public RegistrationTrialView {
        notes = List.copyOf(notes);
    }
}
