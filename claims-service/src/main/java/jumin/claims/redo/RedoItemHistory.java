package jumin.claims.redo;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 待重算清单的一行及其经过 */
@Schema(description = "待重算清单的一行及其经过，按先后")
public record RedoItemHistory(RedoItemView item, List<RedoItemStep> steps) {}
