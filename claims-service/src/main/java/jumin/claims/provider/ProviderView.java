package jumin.claims.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A provider as it is shown. */
@Schema(description = "定点医药机构")
public record ProviderView(
        String code,
        String name,
        String area,
        String divisionPath,
        String level,
        String kind,
        boolean traditional,
        List<AgreementView> agreements) {

    /** One agreement as it is shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "服务协议")
    public record AgreementView(
            UUID id,
            Qualification qualification,
            LocalDate validFrom,
            LocalDate validTo,
            String decision,
            @Schema(description = "约定的预留比例") String retentionRate) {}

    static ProviderView of(Provider provider, List<ProviderAgreement> agreements) {
        return new ProviderView(
                provider.code,
                provider.name,
                provider.area,
                provider.divisionPath,
                provider.level,
                provider.kind,
                provider.traditional,
                agreements.stream()
                        .map(one -> new AgreementView(
                                one.id, one.qualification, one.validFrom, one.validTo, one.decision, one.retentionRate))
                        .toList());
    }
}
