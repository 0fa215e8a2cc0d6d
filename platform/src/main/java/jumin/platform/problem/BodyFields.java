package jumin.platform.problem;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 请求体的字段: finds where the body of a request has a field, also within the objects it is made of. */
final class BodyFields {

    /** Deeper than any request of ours, and an end for one that holds its own kind. */
    private static final int DEEPEST = 4;

    private BodyFields() {}

    /** An object of the body, and where it stands. */
    private record Place(String pointer, Class<?> type) {

        boolean has(String field) {
            return components().anyMatch(component -> component.getName().equals(field));
        }

        /** What has one component only is a value, such as an amount; what stands in a list has no place of its own. */
        Stream<Place> inner() {
            return components()
                    .filter(component -> component.getType().isRecord())
                    .filter(component -> component.getType().getRecordComponents().length > 1)
                    .map(component -> new Place(pointer + "/" + component.getName(), component.getType()));
        }

        private Stream<RecordComponent> components() {
            return Arrays.stream(type.getRecordComponents());
        }
    }

    /** The outermost field of that name; where two objects side by side have one, nothing points to the right one. */
    static Optional<String> pointer(Method method, String field) {
        var level = Arrays.stream(method.getParameterTypes())
                .filter(Class::isRecord)
                .map(type -> new Place("", type))
                .toList();
        for (var depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            var having = level.stream().filter(place -> place.has(field)).toList();
            if (!having.isEmpty()) {
                return single(having).map(place -> place.pointer() + "/" + field);
            }
            level = level.stream().flatMap(Place::inner).toList();
        }
        return Optional.empty();
    }

    private static Optional<Place> single(List<Place> places) {
        return places.size() == 1 ? Optional.of(places.getFirst()) : Optional.empty();
    }
}
