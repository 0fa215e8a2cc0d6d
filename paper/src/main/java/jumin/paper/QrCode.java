package jumin.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** 二维码 for a printed page. It says no more than the text it is given: a verification code, never anything of a person. */
public final class QrCode {

    private static final int PIXELS = 300;
    private static final int WHITE = 0xFFFFFF;
    private static final int BLACK = 0;

    /** A quarter of it may be stained. */
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 2);

    private QrCode() {}

    /** The picture as the address of an {@code img}: {@code data:image/png;base64,…}. */
    public static String dataUri(String text) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(text), "png", out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private static BufferedImage image(String text) {
        var dots = dots(text);
        var image = new BufferedImage(dots.getWidth(), dots.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (var y = 0; y < dots.getHeight(); y++) {
            for (var x = 0; x < dots.getWidth(); x++) {
                image.setRGB(x, y, dots.get(x, y) ? BLACK : WHITE);
            }
        }
        return image;
    }

    private static BitMatrix dots(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, PIXELS, PIXELS, HINTS);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }
}
