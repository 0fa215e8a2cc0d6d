package jumin.regulation.check;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** {@code ./jumin check-law [CITY]}: errors, warnings, and a table of what each text says. */
public final class CheckLaw {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final LawFolder folder;
    private final LocalDate today;
    private final PrintStream out;

    CheckLaw(Path folder, LocalDate today, PrintStream out) {
        this.folder = new LawFolder(folder.toAbsolutePath().normalize());
        this.today = today;
        this.out = out;
    }

    /** The folder of the law, and perhaps a city and a day ({@code 2027-01-01}) to check for. */
    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var folder = Path.of(args[0]);
        var city = Optional.<String>empty();
        var today = LocalDate.now(Clock.system(ZONE));
        for (int i = 1; i < args.length; i++) {
            if (Character.isDigit(args[i].charAt(0))) {
                var day = day(args[i]);
                if (day.isEmpty()) {
                    out.println("“" + args[i] + "”不是日期；日期写作 2028-01-01，目录名写 cities/ 下的目录");
                    System.exit(2);
                }
                today = day.get();
            } else {
                city = Optional.of(args[i]);
            }
        }
        System.exit(new CheckLaw(folder, today, out).run(city));
    }

    /** A day as ISO writes it, if there is such a day. */
    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** 0 when there is no error, 1 when there is, 2 when the city is not known. */
    int run(Optional<String> city) {
        if (city.isPresent()
                && !Files.isDirectory(folder.root().resolve("cities").resolve(city.get()))) {
            out.println("没有 cities/" + city.get() + " 这个目录；写目录名，如 ./jumin check-law 目录名");
            return 2;
        }
        var examined = Examination.of(folder, today, city);
        var rendering = new Rendering(folder, Path.of("").toAbsolutePath());
        for (boolean error : new boolean[] {true, false}) {
            examined.findings().stream()
                    .filter(finding -> finding.error() == error)
                    .forEach(finding -> out.println(rendering.text(finding)));
        }
        examined.table().ifPresent(table -> out.println(table + "\n"));
        out.println("以 " + today + " 检查：" + examined.errors() + " 处错误，"
                + (examined.findings().size() - examined.errors()) + " 处警告");
        return examined.clean() ? 0 : 1;
    }
}
