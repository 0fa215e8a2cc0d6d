package jumin.regulation.law;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** 一个统筹区自己的规定，as they are written in its chapter files, with the articles and the quotations they name. */
record WrittenRules(List<Written> all) {

    /** 一条规定。 */
    record Written(String key, Node node) {

        /** The articles that the rule, or one of its cases, names; a rule of another document has none of this text. */
        TreeSet<Integer> articles() {
            var articles = new TreeSet<Integer>();
            if (node.find("source").isEmpty()) {
                cites(node).forEach(cite -> articles.addAll(Articles.cited(cite)));
            }
            return articles;
        }

        List<String> quotes() {
            return Stream.concat(
                            node.find("quote").stream(),
                            node.find("above").flatMap(above -> above.find("quote")).stream())
                    .flatMap(quote -> quote.texts().stream())
                    .map(Articles::collapse)
                    .toList();
        }

        /** Whether the number stands in the values, as it is or in 万. */
        boolean carries(String number) {
            var values = node.find("values")
                    .map(found -> found.canonical(java.util.Set.of()))
                    .orElse("");
            var above = node.find("above")
                    .map(found -> found.canonical(java.util.Set.of("quote")))
                    .orElse("");
            return Pattern.compile("(?<![\\d.])0?" + Pattern.quote(number) + "(0000)?(\\.0+)?(?![\\d.])")
                    .matcher(values + above)
                    .find();
        }

        private static List<String> cites(Node node) {
            var cites = new ArrayList<String>();
            switch (node) {
                case Node.Scalar scalar -> {}
                case Node.Sequence sequence -> sequence.elements().forEach(element -> cites.addAll(cites(element)));
                case Node.Mapping mapping ->
                    mapping.members().forEach((key, value) -> {
                        if (key.equals("cite")) {
                            cites.add(value.text());
                        } else {
                            cites.addAll(cites(value));
                        }
                    });
            }
            return cites;
        }
    }

    static WrittenRules of(LawSource source, String city) {
        var rules = new ArrayList<Written>();
        source.paths().stream()
                .filter(path -> path.matches("cities/" + city + "/\\d.*\\.yaml"))
                .forEach(path -> YamlSource.read(path, source.text(path), 1)
                        .getFirst()
                        .get("rules")
                        .members()
                        .forEach((key, node) -> rules.add(new Written(key, node))));
        return new WrittenRules(rules);
    }

    List<Written> of(int article) {
        return all.stream().filter(rule -> rule.articles().contains(article)).toList();
    }

    /** The rules that quote the place where a number stands. */
    List<Written> quoting(Articles.Article article, Articles.Token token) {
        return all.stream()
                .filter(rule -> rule.quotes().stream()
                        .anyMatch(quote -> article.places(quote).stream()
                                .anyMatch(at -> at <= token.at() && token.at() < at + quote.length())))
                .toList();
    }
}
