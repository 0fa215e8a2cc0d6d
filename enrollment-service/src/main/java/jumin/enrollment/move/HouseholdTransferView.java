package jumin.enrollment.move;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 整户迁移申请 */
@Schema(description = "整户迁移申请：各成员一同接收、退回或撤回")
public record HouseholdTransferView(UUID householdTransferId, List<TransferView> members) {}
