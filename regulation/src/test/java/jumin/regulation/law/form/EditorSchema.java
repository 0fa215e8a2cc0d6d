package jumin.regulation.law.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What an author's editor says of a file: the schema files by a common validator, numbers and yes or no typed as YAML 1.2 types them. */
final class EditorSchema {

    private static final String HOME = "https://jumin.invalid/schema/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V7,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(JsonSchema.files().entrySet().stream()
                    .collect(Collectors.toMap(file -> HOME + file.getKey(), file -> file.getValue())))));

    private EditorSchema() {}

    static List<String> problems(String schema, String yaml) {
        var validator = SCHEMAS.getSchema(SchemaLocation.of(HOME + schema));
        var documents = new Load(LoadSettings.builder().build()).loadAllFromString(yaml);
        return StreamSupport.stream(documents.spliterator(), false)
                .map(document -> JSON.valueToTree(document).toString())
                .flatMap(json -> validator.validate(json, InputFormat.JSON).stream())
                .map(problem -> problem.getInstanceLocation() + " " + problem.getMessage())
                .toList();
    }
}
