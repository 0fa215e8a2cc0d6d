package jumin.claims.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 审核规则 of an area, with its article; {@code bound} is the number in its text. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "审核规则：条款与原句；bound 为条文中的数（小时、日）")
public record ReviewRule(
        String area, String code, String title, String instrument, String article, String quote, Integer bound) {}
