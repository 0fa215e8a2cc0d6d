package jumin.claims.review;

import jumin.claims.wire.Articles;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 审核规则 of an area, with its article and its sentence. */
@Schema(description = "审核规则：条款与原句")
public record ReviewRule(String area, String code, String title, String instrument, String article, String quote) {

    static ReviewRule of(String area, jumin.regulation.review.ReviewRule rule) {
        return new ReviewRule(
                area,
                rule.code(),
                rule.title(),
                rule.citation().instrument(),
                Articles.readable(rule.citation()),
                rule.quote());
    }
}
