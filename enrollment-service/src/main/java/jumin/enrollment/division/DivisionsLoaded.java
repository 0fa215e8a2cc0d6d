package jumin.enrollment.division;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What loading a list of divisions did. */
@Schema(description = "导入结果：新增、改名、未变的个数")
public record DivisionsLoaded(int added, int renamed, int unchanged) {}
