package jumin.claims.message;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 报文的状态 */
@Schema(
        name = "MessageProgress",
        description = "IN_PROGRESS 办理中；UNKNOWN 结果未知，到时自动查明；SETTLED 已办理，见 settlementId；NOT_DONE 未办理，也不会再生效")
public enum MessageState {
    IN_PROGRESS,
    UNKNOWN,
    SETTLED,
    NOT_DONE
}
