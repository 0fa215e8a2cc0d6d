package jumin.regulation.cases;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jumin.regulation.law.LawDataProblem;
import jumin.regulation.law.LawLibrary;
import jumin.regulation.law.LawSource;
import jumin.regulation.law.Mark;

/** {@code ./jumin check-cases}: runs golden cases against the law. */
public final class CheckCases {

    private final Checker checker;
    private final PrintStream out;
    private final TreeMap<String, Integer> skipped = new TreeMap<>();
    private final Map<String, Mark> places = new HashMap<>();
    private int passed;
    private int failed;

    CheckCases(LawLibrary library, PrintStream out) {
        this.checker = new Checker(library);
        this.out = out;
    }

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean ofFolder = args.length > 1 && args[0].equals("--law");
        var files = Stream.of(args).skip(ofFolder ? 2 : 0).map(Path::of).toList();
        if (files.isEmpty()) {
            out.println("用法：check-cases [--law 法规目录] 文件或目录…（.jsonl、.yaml）");
            System.exit(2);
        }
        System.exit(run(ofFolder ? LawSource.folder(Path.of(args[1])) : LawSource.classpath(), files, out) ? 0 : 1);
    }

    /** A city whose law is wrong fails with its own cases only; without the national rules nothing can be checked. */
    static boolean run(LawSource source, List<Path> files, PrintStream out) {
        try {
            var library = LawLibrary.load(source);
            library.refused().forEach(folder -> out.println("！" + folder + "；它的案例不能核对，其他的照常"));
            return new CheckCases(library, out).run(files);
        } catch (LawDataProblem e) {
            out.println("✗ " + e.getMessage());
            out.println("国家或省的规定有误，未核对案例；请先改正（check-law 列出全部错误）。");
            return false;
        }
    }

    /** True when no case failed. */
    boolean run(List<Path> paths) {
        for (var path : paths) {
            try {
                CaseFiles.read(path).forEach(this::check);
            } catch (UncheckedIOException e) {
                failed++;
                out.println("✗ " + e.getMessage());
            }
        }
        if (passed + failed == 0 && skipped.isEmpty()) {
            failed++;
            out.println("✗ 没有找到案例；案例文件以 .jsonl 或 .yaml 结尾");
        }
        skipped.forEach((reason, count) -> out.println("跳过 " + count + " 例：" + reason));
        out.println(passed + " passed, " + failed + " failed");
        return failed == 0;
    }

    private void check(CaseFiles.Entry entry) {
        if (!entry.readable()) {
            failed++;
            out.println("✗ " + entry.complaint());
            return;
        }
        var golden = entry.golden();
        var first = places.putIfAbsent(golden.mark().file() + " " + golden.id(), golden.mark());
        if (first != null && !first.equals(golden.mark())) {
            failed++;
            out.println("✗ " + golden.mark() + " 编号 " + golden.id() + " 重复；第一次在 " + first + "，每个案例一个编号");
            return;
        }
        switch (checker.check(entry.golden())) {
            case Verdict.Passed passedCase -> passed++;
            case Verdict.Skipped skip -> skipped.merge(skip.reason(), 1, Integer::sum);
            case Verdict.Differs differs -> {
                failed++;
                out.println("✗ " + entry.golden().id() + " " + entry.golden().title());
                differs.differences().forEach(difference -> out.println("    " + difference));
                differs.worksheet().ifPresent(text -> out.print(text.indent(4)));
            }
        }
    }
}
