package jumin.regulation.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The only reader of YAML; JSON is read as the part of YAML that it is. */
public final class YamlSource {

    private YamlSource() {}

    /** All documents of a text; {@code firstLine} is the number of its first line in the file. */
    public static List<Node> read(String file, String text, int firstLine) {
        var settings = LoadSettings.builder()
                .setLabel(file)
                .setUseMarks(true)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            var documents = new ArrayList<Node>();
            for (var document : new Compose(settings).composeAllFromString(text)) {
                documents.add(node(file, document, firstLine));
            }
            return documents;
        } catch (MarkedYamlEngineException e) {
            int line =
                    e.getProblemMark().map(mark -> mark.getLine() + firstLine).orElse(firstLine);
            throw new LawDataProblem(new Mark(file, line), "格式有误：" + e.getProblem());
        }
    }

    private static Node node(String file, org.snakeyaml.engine.v2.nodes.Node yaml, int firstLine) {
        var mark = new Mark(file, yaml.getStartMark().orElseThrow().getLine() + firstLine);
        return switch (yaml) {
            case ScalarNode scalar ->
                new Node.Scalar(mark, scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
            case SequenceNode sequence ->
                new Node.Sequence(
                        mark,
                        sequence.getValue().stream()
                                .map(element -> node(file, element, firstLine))
                                .toList());
            case MappingNode mapping -> mapping(file, mapping, mark, firstLine);
            default -> throw new LawDataProblem(mark, "此处不能使用引用");
        };
    }

    private static Node mapping(String file, MappingNode mapping, Mark mark, int firstLine) {
        var members = new LinkedHashMap<String, Node>();
        for (var member : mapping.getValue()) {
            var key = node(file, member.getKeyNode(), firstLine);
            if (members.put(key.text(), node(file, member.getValueNode(), firstLine)) != null) {
                throw key.problem("键“" + key.text() + "”重复");
            }
        }
        return new Node.Mapping(mark, members);
    }
}
