package jumin.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String HEAD = "data:image/png;base64,";

    /** @param stain how many pixels of each side of a square in the middle are black */
    private static String read(String uri, int stain) throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(HEAD.length()))));
        var width = image.getWidth();
        var pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        for (var y = (width - stain) / 2; y < (width + stain) / 2; y++) {
            for (var x = (width - stain) / 2; x < (width + stain) / 2; x++) {
                pixels[y * width + x] = 0;
            }
        }
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, image.getHeight(), pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }

    @Test
    @DisplayName("扫出来的就是验证码，别无其他；中间污损一块也扫得出")
    void itSaysWhatItWasGiven() throws Exception {
        var uri = QrCode.dataUri("7K3M-Q9TD-2HXE");
        assertEquals("7K3M-Q9TD-2HXE", read(uri, 0));
        assertEquals("7K3M-Q9TD-2HXE", read(uri, 40));
    }

    @Test
    @DisplayName("放不下的文字不印半截")
    void tooMuchIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> QrCode.dataUri("x".repeat(5000)));
    }
}
