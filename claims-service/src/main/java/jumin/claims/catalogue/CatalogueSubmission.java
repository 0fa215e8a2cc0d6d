package jumin.claims.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Many items of one area. */
@Schema(description = "批量维护医保目录")
public record CatalogueSubmission(
        @NotNull @Pattern(regexp = "\\d{6}") @Schema(description = "统筹区代码", examples = "990100")
        String area,

        @NotNull @Size(min = 1, max = 10000) @Valid List<@NotNull CatalogueItemSubmission> items) {}
