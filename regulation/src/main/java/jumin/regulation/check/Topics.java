package jumin.regulation.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jumin.regulation.law.City;
import jumin.regulation.law.Mark;
import jumin.regulation.law.Node;
import jumin.regulation.law.Rule;

/** 专题：which rules belong together, and what every city's text should say something about. */
record Topics(List<Topic> topics) {

    /** 一个专题。 */
    record Topic(String title, List<String> keys, List<String> required, List<String> expected) {

        int match(String rule) {
            return keys.stream()
                    .filter(rule::startsWith)
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }
    }

    static Topics of(List<Node> vocabulary) {
        var topics = new ArrayList<Topic>();
        vocabulary.stream()
                .flatMap(document -> document.find("topics").stream())
                .flatMap(section -> section.members().values().stream())
                .forEach(node -> topics.add(new Topic(
                        node.text("title"),
                        node.get("keys").texts(),
                        node.find("required").map(Node::texts).orElse(List.of()),
                        node.find("expected").map(Node::texts).orElse(List.of()))));
        return new Topics(topics);
    }

    /** The topic whose key fits a rule best. */
    Optional<Topic> of(String rule) {
        return topics.stream()
                .filter(topic -> topic.match(rule) > 0)
                .max(Comparator.comparingInt(topic -> topic.match(rule)));
    }

    /** 缺少对应：what the city neither says, leaves open nor declares as not provided. */
    List<Finding> missing(City city, List<Rule> own, List<Rule> others) {
        var written = own.stream().map(Rule::key).collect(Collectors.toCollection(TreeSet::new));
        var file = new Mark("cities/" + city.key() + "/city.yaml", 1, 1);
        var missing = new ArrayList<Finding>();
        for (var topic : topics) {
            topic.required().stream()
                    .filter(key -> !written.contains(key))
                    .map(key -> "没有规定 " + key + named(key, others) + "，不能载入；写出值，原文没有的写 gap、deferred_to 或 not_provided")
                    .forEach(what -> missing.add(Finding.error(file, what)));
            topic.expected().stream()
                    .filter(key -> !written.contains(key))
                    .map(key -> "没有写明 " + key + named(key, others) + "；写出值，原文没有的写 gap、deferred_to 或 not_provided")
                    .forEach(what -> missing.add(Finding.warning(file, what)));
        }
        return missing;
    }

    /** How others call it, and where they say it. */
    private static String named(String key, List<Rule> others) {
        return others.stream()
                .filter(rule -> rule.key().equals(key))
                .filter(rule -> rule.state() == Rule.State.VALUE)
                .findFirst()
                .map(rule -> "（" + rule.title() + "，如" + rule.citation() + "）")
                .orElse("");
    }
}
