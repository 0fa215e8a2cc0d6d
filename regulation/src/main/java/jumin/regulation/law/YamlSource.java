package jumin.regulation.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
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
            int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
            throw new LawDataProblem(
                    new Mark(file, line, column),
                    "格式有误：" + e.getProblem() + "；" + FullWidth.hint(text, line - firstLine)
                            + "检查这一行前后的缩进、引号和括号，冒号后要有空格，值里有冒号或井号的加引号");
        } catch (YamlEngineException e) {
            throw new LawDataProblem(alias(settings, file, text, firstLine), "不能引用（*）一列或一组值；只有单个的值可以引用，这里照样写全");
        }
    }

    /** Where a list or a group of keys is first referred to by its anchor. */
    private static Mark alias(LoadSettings settings, String file, String text, int firstLine) {
        var collections = new HashSet<Anchor>();
        for (var event : new Parse(settings).parseString(text)) {
            if (event instanceof CollectionStartEvent start) {
                start.getAnchor().ifPresent(collections::add);
            } else if (event instanceof AliasEvent alias && collections.contains(alias.getAlias())) {
                return alias.getStartMark()
                        .map(at -> new Mark(file, at.getLine() + firstLine, at.getColumn() + 1))
                        .orElse(new Mark(file, firstLine, 1));
            }
        }
        return new Mark(file, firstLine, 1);
    }

    private static Node node(String file, org.snakeyaml.engine.v2.nodes.Node yaml, int firstLine) {
        var start = yaml.getStartMark().orElseThrow();
        var mark = new Mark(file, start.getLine() + firstLine, start.getColumn() + 1);
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
        var keys = new HashMap<String, Mark>();
        for (var member : mapping.getValue()) {
            var key = node(file, member.getKeyNode(), firstLine);
            if (key.text().matches("[\\w.]+：.*")) {
                throw key.problem("“" + key.text() + "”中有全角冒号；改成半角冒号加空格“: ”");
            }
            if (members.put(key.text(), node(file, member.getValueNode(), firstLine)) != null) {
                throw key.problem(
                        "键“" + key.text() + "”重复；第一次写在第 " + keys.get(key.text()).line() + " 行，删去一处或合成一处");
            }
            keys.put(key.text(), key.mark());
        }
        return new Node.Mapping(mark, members, keys);
    }
}
