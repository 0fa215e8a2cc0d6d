package jumin.enrollment.paper;

import io.quarkus.qute.TemplateData;

/**
 * 水印与验证码 of one print.
 *
 * @param watermark who, when, what for
 * @param prints how often it was printed, this time included
 * @param qr the code as a picture, for {@code img}
 */
@TemplateData
public record PaperMark(String watermark, String code, int prints, String qr) {

    public boolean again() {
        return prints > 1;
    }
}
