package jumin.enrollment.paper;

import io.quarkus.qute.TemplateData;

/**
 * 水印与验证码 of one print.
 *
 * @param watermark who, when, what for
 * @param prints how often it was printed, this time included
 */
@TemplateData
public record PaperMark(String watermark, String code, int prints) {

    public boolean again() {
        return prints > 1;
    }
}
