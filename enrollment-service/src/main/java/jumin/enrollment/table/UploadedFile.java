package jumin.enrollment.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipFile;
import jumin.enrollment.EnrollmentProblem;
import jumin.platform.problem.ProblemException;

/** 上传的文件, still on disk: refused before anything is stored when it is neither workbook nor text, or unpacks to a flood. */
public final class UploadedFile {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_FORMAT = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int HEAD = 4;
    private static final long LARGEST = 10L * 1024 * 1024;
    private static final long LARGEST_UNPACKED = 200L * 1024 * 1024;

    /** A cell holds at most 32,767 characters; a run without any tag that is much longer is no text of a person. */
    private static final int LONGEST_TEXT = 400_000;

    private static final int BUFFER = 64 * 1024;

    private final Path path;

    public UploadedFile(Path path) {
        this.path = path;
    }

    public long bytes() {
        try {
            return Files.size(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What it is, after the checks; nothing else is stored. */
    public TableFormat check() {
        if (bytes() > LARGEST) {
            throw tooLarge("文件超过10MB，请按村分开上传。");
        }
        try (var in = Files.newInputStream(path)) {
            var head = in.readNBytes(HEAD);
            if (beginsWith(head, OLD_FORMAT)) {
                throw notAWorkbook("这是旧版 .xls（或加了密码的）文件；请用表格软件打开，另存为 .xlsx 后重新上传。");
            }
            if (!beginsWith(head, ZIP)) {
                return TableFormat.ofText(path)
                        .orElseThrow(() -> notAWorkbook("只接受 .xlsx 工作簿，或 UTF-8、GB18030 编码的 CSV、TXT；请下载模板填写后上传。"));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        refuseFlood();
        return TableFormat.WORKBOOK;
    }

    public String hash() {
        return FileHash.of(path);
    }

    private static boolean beginsWith(byte[] head, byte[] magic) {
        return Arrays.equals(head, magic);
    }

    /** By the directory at the end of the file, as spreadsheets read it; sizes are counted, not believed. */
    private void refuseFlood() {
        try (var zip = new ZipFile(path.toFile())) {
            var unpacked = 0L;
            for (var entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    unpacked += drained(in, LARGEST_UNPACKED - unpacked);
                }
                if (unpacked > LARGEST_UNPACKED) {
                    throw tooLarge("工作簿内容过多或某格文字过长，请删去空白行和图片后分开上传。");
                }
            }
        } catch (IOException broken) {
            throw notAWorkbook("工作簿已损坏或不完整；请用表格软件另存为 .xlsx 后重新上传。");
        }
    }

    private static long drained(InputStream in, long room) throws IOException {
        var buffer = new byte[BUFFER];
        var sum = 0L;
        var text = 0;
        for (var read = in.read(buffer); read > 0 && sum <= room; read = in.read(buffer)) {
            sum += read;
            for (var i = 0; i < read; i++) {
                text = buffer[i] == '<' ? 0 : text + 1;
                if (text > LONGEST_TEXT) {
                    return room + 1;
                }
            }
        }
        return sum;
    }

    private static ProblemException notAWorkbook(String detail) {
        return new ProblemException(EnrollmentProblem.ROSTER_NOT_A_WORKBOOK, detail);
    }

    private static ProblemException tooLarge(String detail) {
        return new ProblemException(EnrollmentProblem.ROSTER_TOO_LARGE, detail);
    }
}
