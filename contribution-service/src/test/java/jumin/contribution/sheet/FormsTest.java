package jumin.contribution.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import jumin.regulation.Money;
import jumin.testing.ArchitectureRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 导出的清单: whoever reads them reads Chinese; a code stays in JSON, where machines read it. */
class FormsTest {

    private static final JavaClasses CLASSES = ArchitectureRules.mainClasses("jumin.contribution");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{3,}|[a-z]+(_[a-z]+)+");
    private static final String SOME_CODE = "SOME_CODE";

    /** What is written by people, or is a number that people know: never a code. A new word must be put here with thought. */
    private static final Set<String> WRITTEN = Set.of(
            "name",
            "title",
            "village",
            "note",
            "owner",
            "whatToDo",
            "personNo",
            "idMasked",
            "phoneMasked",
            "houseNumber",
            "householdHead",
            "divisionPath",
            "taxOrgan",
            "organ",
            "voucherNo",
            "documentNo",
            "decisionNumber",
            "article",
            "statedIdMasked",
            "statedNameMasked",
            "requestedBy",
            "signedBy",
            "closedBy",
            "reversedBy",
            "withdrawnReason");

    @Test
    @DisplayName("每种导出清单的每一格都不是英文代码")
    void noCellIsACode() throws ReflectiveOperationException {
        var wrong = new ArrayList<String>();
        var forms = 0;
        for (var type : CLASSES) {
            for (var field : Class.forName(type.getName(), false, getClass().getClassLoader())
                    .getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == ExportList.Form.class) {
                    forms++;
                    wrong.addAll(codes(field));
                }
            }
        }
        assertTrue(forms >= 9, "only " + forms + " forms found");
        assertEquals(List.of(), wrong);
    }

    private static List<String> codes(Field field) throws ReflectiveOperationException {
        field.setAccessible(true);
        var form = (ExportList.Form<?>) field.get(null);
        var row = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
        return codes(form, row);
    }

    private static <T> List<String> codes(ExportList.Form<T> form, Class<?> row) throws ReflectiveOperationException {
        @SuppressWarnings("unchecked")
        var item = (T) sample(row);
        return form.columns().stream()
                .filter(column -> column.value().apply(item) instanceof Object cell
                        && CODE.matcher(cell.toString()).find())
                .map(column -> form.title() + "：" + column.title())
                .toList();
    }

    /** Every text that is not known to be written for people holds a code. */
    private static Object sample(Class<?> type) throws ReflectiveOperationException {
        var parts = type.getRecordComponents();
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        var values = new Object[parts.length];
        for (var i = 0; i < parts.length; i++) {
            values[i] = value(parts[i]);
        }
        return constructor.newInstance(values);
    }

    private static Object value(RecordComponent part) throws ReflectiveOperationException {
        var type = part.getType();
        if (type == String.class) {
            return part.getName().endsWith("Text") || WRITTEN.contains(part.getName()) ? "文字" : SOME_CODE;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return type == Money.class ? Money.ZERO : sample(type);
        }
        return plain(type);
    }

    private static Object plain(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Money" -> Money.ZERO;
            case "UUID" -> new UUID(0, 1);
            case "LocalDate" -> LocalDate.of(2024, 1, 1);
            case "OffsetDateTime" -> OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
            case "int", "Integer" -> 1;
            case "long", "Long" -> 1L;
            case "boolean", "Boolean" -> true;
            case "List" -> List.of();
            default -> throw new IllegalArgumentException("teach this test " + type);
        };
    }
}
