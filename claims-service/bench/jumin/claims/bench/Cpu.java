package jumin.claims.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Processor time, as the kernel counts it. */
final class Cpu {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;

    private Cpu() {}

    /** @param withEnded with those of its children that have ended */
    static double ofProcess(long pid, boolean withEnded) throws IOException {
        try {
            return ofStat(Path.of("/proc/" + pid + "/stat"), USER + (withEnded ? 4 : 2));
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    private static double ofStat(Path file, int end) throws IOException {
        var stat = Files.readString(file);
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        var ticks = 0L;
        for (var i = USER; i < end; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Of the threads whose names have some letters in them. */
    static double ofThreads(long pid, String letters) throws IOException {
        var sum = 0.0;
        try (var threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            for (var thread : threads.toList()) {
                sum += named(thread, letters) ? ofStat(thread.resolve("stat"), USER + 2) : 0;
            }
        }
        return sum;
    }

    private static boolean named(Path thread, String letters) throws IOException {
        try {
            return Files.readString(thread.resolve("comm")).contains(letters);
        } catch (IOException ended) {
            return false;
        }
    }
}
