package jumin.platform.problem;

/** What sort of trouble a problem is; decides the HTTP status, the log level and whether a retry can help. */
public enum ProblemKind {
    INVALID(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    STALE(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA(415),
    UNPROCESSABLE(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY(429),
    INTERNAL(500),
    UPSTREAM(503);

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
