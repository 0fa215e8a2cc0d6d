package jumin.paper;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicReference;
import jumin.platform.problem.ProblemException;

/** Prints XHTML as PDF. The only place that knows the PDF library; the font is read once. */
@ApplicationScoped
public class PdfPrinter {

    /** What the pages name as their font family. */
    private static final String FAMILY = "Jumin";

    private static final int REGULAR = 400;

    private final PrintFonts fonts;
    private final AtomicReference<byte[]> font = new AtomicReference<>();
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();

    PdfPrinter(PrintFonts fonts) {
        this.fonts = fonts;
        // It would write lines of its own format between ours; what goes wrong it also throws.
        XRLog.setLoggingEnabled(false);
    }

    public byte[] print(String xhtml) {
        var bytes = font();
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useCacheStore(CacheStore.PDF_FONT_METRICS, metrics)
                    .useFont(() -> new ByteArrayInputStream(bytes), FAMILY, REGULAR, FontStyle.NORMAL, true)
                    .useFastMode()
                    .withProducer("Jumin")
                    .withHtmlContent(xhtml, null)
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] font() {
        var known = font.get();
        if (known != null) {
            return known;
        }
        var file = fonts.fonts().stream()
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        PaperProblem.FONT_MISSING,
                        "请在服务器安装字体包 fonts-lxgw-wenkai，或用 JUMIN_STATEMENT_FONTS 指定字体文件；JSON 和表格格式不受影响。"));
        try {
            font.compareAndSet(null, Files.readAllBytes(file));
            return font.get();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
