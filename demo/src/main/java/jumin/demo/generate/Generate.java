package jumin.demo.generate;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jumin.demo.input.InputFiles;
import jumin.demo.input.Json;

/** Writes the demo's input files: the same bytes at every run (fixed seed, no clock). Argument: the folder. */
public final class Generate {

    private Generate() {}

    public static void main(String[] arguments) throws IOException {
        into(Path.of(arguments.length > 0 ? arguments[0] : "demo/input"));
    }

    static void into(Path folder) throws IOException {
        var people = Village.people();
        var parts = new Parts(people);
        var cast = parts.cast();
        Files.createDirectories(folder);
        Files.write(folder.resolve(InputFiles.ROSTER), new RosterWorkbook(parts).of(people));
        write(folder, InputFiles.SETUP, SetupTable.setup());
        write(folder, InputFiles.CAST, cast);
        write(folder, InputFiles.SPECIAL_GROUPS, new CivilAffairs(people, cast).list());
        write(folder, InputFiles.CATALOGUE, HospitalBill.catalogue());
        write(folder, InputFiles.BILL, HospitalBill.of(cast.patient(), "李守田"));
    }

    private static void write(Path folder, String name, Object content) throws IOException {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        var text = Json.MAPPER.writer(printer).writeValueAsString(content) + "\n";
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
