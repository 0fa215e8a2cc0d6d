package jumin.demo.input;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** 演示的输入文件. Names on disk are plain ASCII, so that any locale can read them. */
public record InputFiles(Path folder) {

    public static final String ROSTER = "roster-qingshi-2024.xlsx";
    public static final String SETUP = "setup.json";
    public static final String CAST = "cast.json";
    public static final String SPECIAL_GROUPS = "special-groups.json";
    public static final String CATALOGUE = "catalogue.json";
    public static final String BILL = "hospital-bill.json";

    public byte[] roster() throws IOException {
        return Files.readAllBytes(folder.resolve(ROSTER));
    }

    public Setup setup() throws IOException {
        return read(SETUP, new TypeReference<>() {});
    }

    public Cast cast() throws IOException {
        return read(CAST, new TypeReference<>() {});
    }

    public SpecialGroups specialGroups() throws IOException {
        return read(SPECIAL_GROUPS, new TypeReference<>() {});
    }

    public List<CatalogueItem> catalogue() throws IOException {
        return read(CATALOGUE, new TypeReference<>() {});
    }

    public Bill bill() throws IOException {
        return read(BILL, new TypeReference<>() {});
    }

    private <T> T read(String name, TypeReference<T> type) throws IOException {
        return Json.MAPPER.readValue(Files.readAllBytes(folder.resolve(name)), type);
    }
}
