package jumin.enrollment.person;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 外地登记提示: somebody with this id number is registered where the caller cannot see; no more than that. */
@Schema(description = "此证件号码已在辖区外登记")
public record RegisteredElsewhere(
        @Schema(examples = "云岭村") String divisionName,
        @Schema(examples = "王*") String maskedName) {}
