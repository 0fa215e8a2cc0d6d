package jumin.contribution.coverage;

import jumin.regulation.fact.Declaration;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;

/** Whether the law has a word for what enrollment says. */
final class LawWords {

    private LawWords() {}

    static boolean knows(String fact, String word, Law law) {
        return Vocabulary.of(law)
                .facts("entitlement")
                .find(fact)
                .flatMap(Declaration::words)
                .filter(words -> {
                    try {
                        words.number(word);
                        return true;
                    } catch (IllegalArgumentException unknown) {
                        return false;
                    }
                })
                .isPresent();
    }
}
