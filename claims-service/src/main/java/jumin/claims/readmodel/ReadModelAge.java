package jumin.claims.readmodel;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How old the read model of a neighbour may be.
 *
 * @param ageSeconds absent when this service has not caught up with that feed since it started
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "所依据的本地数据副本及其新旧；ageSeconds 缺省表示本服务启动后尚未追上")
public record ReadModelAge(String source, Long ageSeconds) {}
