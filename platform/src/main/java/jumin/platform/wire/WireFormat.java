package jumin.platform.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.arc.All;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** One strict JSON for all services: unknown fields, duplicate keys, coerced scalars and trailing text are errors. */
@Singleton
public class WireFormat implements ObjectMapperCustomizer {

    private final List<TextType<?>> textTypes;

    WireFormat(@All List<TextType<?>> textTypes) {
        this.textTypes = textTypes;
    }

    /** After all others: what is registered last counts. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // the replacement exists on builders only; Quarkus hands us a built mapper
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(com.fasterxml.jackson.databind.MapperFeature.ALLOW_COERCION_OF_SCALARS);
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        var module = new SimpleModule("jumin-text-types");
        module.addDeserializer(String.class, new PlainText());
        module.addDeserializer(LocalDate.class, new CalendarDay());
        module.addDeserializer(OffsetDateTime.class, new CalendarMoment());
        textTypes.forEach(type -> register(module, type));
        mapper.registerModule(module);
    }

    private static <T> void register(SimpleModule module, TextType<T> text) {
        module.addSerializer(text.type(), new StdSerializer<>(text.type()) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(text.print().apply(value));
            }
        });
        module.addDeserializer(text.type(), new FromStringDeserializer<>(text.type()) {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                if (!in.hasToken(JsonToken.VALUE_STRING)) {
                    context.reportWrongTokenException(this, JsonToken.VALUE_STRING, "a string is wanted");
                }
                return super.deserialize(in, context);
            }

            @Override
            protected T _deserialize(String value, DeserializationContext context) {
                return text.parse().apply(value);
            }
        });
    }
}
