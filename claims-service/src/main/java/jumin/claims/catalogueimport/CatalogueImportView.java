package jumin.claims.catalogueimport;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A catalogue import with what could not be entered. */
@Schema(description = "目录导入：进度见作业；faults 为未入库的行与原因（最多 1000 行），改正后另存上传")
public record CatalogueImportView(UUID id, String area, String fileName, int lines, UUID jobId, List<Fault> faults) {

    /** A line of the file that was left out. */
    @Schema(description = "未入库的一行")
    public record Fault(int line, String fault) {}
}
