package jumin.contribution.organ;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.DynamicUpdate;

/** 主管税务机关 of a division and everything below it. */
@Entity
@DynamicUpdate
@Table(name = "tax_organ")
class TaxOrgan {

    @Id
    String organ;

    String name;
    String area;
    String divisionPath;

    /** As it is registered and shown. */
    public record TaxOrganView(
            @NotNull
            @Pattern(regexp = "[0-9A-Za-z]{6,20}", message = "须为税务机关代码")
            @Schema(description = "税务机关代码", examples = "19901020000")
            String organ,

            @NotBlank(message = "名称必填") @Size(max = 100) @Schema(description = "名称", examples = "示范区税务局")
            String name,

            @NotNull
            @Pattern(regexp = "\\d{6}/(\\d{6,12}/){0,3}", message = "须为以“/”结尾的区划路径")
            @Schema(description = "区划路径", examples = "990100/990102/")
            String divisionPath) {

        static TaxOrganView of(TaxOrgan organ) {
            return new TaxOrganView(organ.organ, organ.name, organ.divisionPath);
        }
    }
}
