package jumin.platform.wire;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/**
 * In the interface document, too, a number or a yes-no that has no "nothing" is required: a request without it is refused, an
 * answer always has it. The scanner of classes looks at annotations only.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class RequiredPrimitives implements OASFilter {

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final Map<String, List<ClassInfo>> records;

    /** @param index all classes of the service, given by the scanner */
    public RequiredPrimitives(IndexView index) {
        records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .collect(Collectors.groupingBy(RequiredPrimitives::nameOf));
    }

    /** As the document calls it, unless another has the name already. */
    private static String nameOf(ClassInfo record) {
        return Optional.ofNullable(record.declaredAnnotation(SCHEMA))
                .map(schema -> schema.value("name"))
                .map(AnnotationValue::asString)
                .orElseGet(() -> record.name().toString().replaceFirst(".*[.$]", ""));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
            document.getComponents().getSchemas().forEach(this::require);
        }
    }

    private void require(String name, Schema schema) {
        var properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        var primitives = primitives(name, properties.keySet());
        var said = schema.getRequired() == null ? List.<String>of() : schema.getRequired();
        if (!said.containsAll(primitives)) {
            schema.setRequired(properties.keySet().stream()
                    .filter(property -> said.contains(property) || primitives.contains(property))
                    .toList());
        }
    }

    /** Several records may have one simple name; the scanner numbers their schemas. Told apart by what they consist of. */
    private Set<String> primitives(String schema, Set<String> properties) {
        var meant = Stream.of(schema, schema.replaceFirst("\\d+$", ""))
                .distinct()
                .flatMap(name -> records.getOrDefault(name, List.of()).stream())
                .filter(record -> names(record).containsAll(properties))
                .toList();
        return properties.stream()
                .filter(property -> !meant.isEmpty() && meant.stream().allMatch(one -> isPrimitive(one, property)))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(ClassInfo record) {
        return record.recordComponents().stream().map(RecordComponentInfo::name).collect(Collectors.toSet());
    }

    private static boolean isPrimitive(ClassInfo record, String property) {
        return record.recordComponents().stream()
                .anyMatch(component ->
                        component.name().equals(property) && component.type().kind() == Type.Kind.PRIMITIVE);
    }
}
