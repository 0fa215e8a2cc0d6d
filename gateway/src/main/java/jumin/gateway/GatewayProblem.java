package jumin.gateway;

/** Problems that the door itself answers. Codes are shared with the services where the meaning is the same. */
enum GatewayProblem {
    NOT_LOGGED_IN(401, "UNAUTHENTICATED", "未登录或登录已过期", "请重新登录；接口调用方请换取新的令牌。"),
    RESOURCE_NOT_FOUND(404, "NOT_FOUND", "没有找到", "没有这个地址，请查看接口文档。"),
    BODY_TOO_LARGE(413, "TOO_LARGE", "请求内容过大", "请拆分后分次提交；批量数据请用导入功能。"),
    TOO_MANY_REQUESTS(429, "TOO_MANY", "请求过于频繁", "请稍后再试；机器调用方请按 Retry-After 等待。"),
    REQUEST_REJECTED(422, "UNPROCESSABLE", "请求不能处理", "请查看接口文档后重试。"),
    SERVICE_UNAVAILABLE(503, "UPSTREAM", "服务暂时不可用", "对应服务正在重启或升级，请稍后重试；用原幂等键重发不会重复办理。");

    private final int status;
    private final String kind;
    private final String title;
    private final String detail;

    GatewayProblem(int status, String kind, String title, String detail) {
        this.status = status;
        this.kind = kind;
        this.title = title;
        this.detail = detail;
    }

    int status() {
        return status;
    }

    String kind() {
        return kind;
    }

    String title() {
        return title;
    }

    String detail() {
        return detail;
    }
}
