package jumin.demo.tale;

import java.nio.file.Path;
import jumin.demo.http.Http;
import jumin.demo.input.Cast;
import jumin.demo.input.InputFiles;
import jumin.demo.input.Setup;

/** 舞台: what every chapter needs. */
public record Stage(Http http, Tale tale, InputFiles input, Setup setup, Cast cast, Path output) {

    /** The path of a division, from the city down. */
    public String path(String code) {
        var division = setup.divisions().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        return (division.parent().isEmpty() ? "" : path(division.parent())) + code + "/";
    }

    public String villagePath() {
        return path(setup.village());
    }

    /** A file as who runs the story finds it: from the folder in which it was begun. */
    public String shown(Path file) {
        var here = Path.of("").toAbsolutePath();
        var there = file.toAbsolutePath().normalize();
        return there.startsWith(here) ? here.relativize(there).toString() : there.toString();
    }

    public int year() {
        return setup.standard().benefitYear();
    }
}
