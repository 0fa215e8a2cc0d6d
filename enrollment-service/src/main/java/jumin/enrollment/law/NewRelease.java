package jumin.enrollment.law;

/** 新的规则版本: this service decides by it from now on; what was decided by a former one may have come out otherwise. */
public record NewRelease(String area, String release) {}
