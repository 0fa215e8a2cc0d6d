package jumin.enrollment.roster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What the collections of a virtual machine have left in its heap, by its log ({@code -Xlog:gc}).
 *
 * @param live megabytes, the most that a full collection left: what was really held; 0 without one
 * @param left megabytes, the most that any collection left
 * @param full how many of them went through the whole heap
 * @param milliseconds of all pauses
 */
record Collections(int live, int left, int count, int full, double milliseconds) {

    private static final Pattern PAUSE = Pattern.compile("Pause (Young|Full).* \\d+M->(\\d+)M\\(\\d+M\\) ([0-9.]+)ms");

    static Collections read(Path log) throws IOException {
        var sum = new Collections(0, 0, 0, 0, 0);
        for (var line : Files.readAllLines(log)) {
            var pause = PAUSE.matcher(line);
            if (pause.find()) {
                sum = sum.plus(
                        pause.group(1).equals("Full"),
                        Integer.parseInt(pause.group(2)),
                        Double.parseDouble(pause.group(3)));
            }
        }
        return sum;
    }

    private Collections plus(boolean whole, int after, double took) {
        return new Collections(
                whole ? Math.max(live, after) : live,
                Math.max(left, after),
                count + 1,
                full + (whole ? 1 : 0),
                milliseconds + took);
    }
}
