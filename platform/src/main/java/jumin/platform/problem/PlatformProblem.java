package jumin.platform.problem;

import static jumin.platform.problem.ProblemKind.*;

/** Problems that any service can have. */
public enum PlatformProblem implements ProblemCode {
    BODY_MALFORMED(INVALID, "请求内容不是有效的 JSON"),
    FIELD_UNKNOWN(INVALID, "请求中有不认识的字段"),
    FIELD_INVALID(INVALID, "请求字段不符合要求"),
    PARAMETER_INVALID(INVALID, "请求参数不符合要求"),
    PARAMETER_UNKNOWN(INVALID, "请求中有不认识的参数"),
    IDEMPOTENCY_KEY_REQUIRED(INVALID, "缺少幂等键"),
    IDEMPOTENCY_KEY_INVALID(INVALID, "幂等键格式不对"),
    NOT_LOGGED_IN(UNAUTHENTICATED, "未登录或登录已过期"),
    ACCESS_DENIED(FORBIDDEN, "没有此项权限"),
    SCOPE_MISSING(FORBIDDEN, "账号没有数据范围"),
    OUTSIDE_SCOPE(FORBIDDEN, "超出您的数据范围"),
    RESOURCE_NOT_FOUND(NOT_FOUND, "没有找到"),
    METHOD_NOT_SUPPORTED(METHOD_NOT_ALLOWED, "该地址不支持此操作"),
    ANSWER_TYPE_NOT_AVAILABLE(NOT_ACCEPTABLE, "不能按要求的格式返回"),
    CONTENT_TYPE_NOT_SUPPORTED(UNSUPPORTED_MEDIA, "不支持的内容类型"),
    BODY_TOO_LARGE(TOO_LARGE, "请求内容过大"),
    VERSION_STALE(STALE, "数据已被他人修改"),
    VERSION_REQUIRED(PRECONDITION_REQUIRED, "缺少版本号"),
    IDEMPOTENCY_KEY_REUSED(CONFLICT, "幂等键已用于另一请求"),
    REQUEST_IN_PROGRESS(CONFLICT, "同一请求正在处理"),
    CONCURRENT_CHANGE(CONFLICT, "与另一操作冲突"),
    RULE_VIOLATED(CONFLICT, "数据违反约束"),
    FEED_EPOCH_CHANGED(CONFLICT, "变更流已重建"),
    FEED_CHANGE_STILL_FAILS(CONFLICT, "停放的变更仍不能应用"),
    CLOCK_NOT_MOVABLE(FORBIDDEN, "此环境不能调整业务时钟"),
    REQUEST_REJECTED(UNPROCESSABLE, "请求不能处理"),
    DATABASE_UNAVAILABLE(UPSTREAM, "数据库暂时不可用"),
    UNEXPECTED(INTERNAL, "系统内部错误");

    private final ProblemKind kind;
    private final String title;

    PlatformProblem(ProblemKind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
