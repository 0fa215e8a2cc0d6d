package jumin.regulation.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** 词表：the words a fact can take, with their Chinese names; the position of a word is its number in the compiled law. */
public final class WordList {

    /** Sets of words are kept in the bits of one long. */
    public static final int MOST = 63;

    private static final int MOST_TOLD = 20;

    private final String name;
    private final List<String> words;
    private final List<String> titles;
    private final Numbers numbers;

    public WordList(String name, SequencedMap<String, String> titled, Map<String, String> aliases) {
        this.name = name;
        this.words = List.copyOf(titled.keySet());
        this.titles = List.copyOf(titled.values());
        if (words.size() > MOST) {
            throw new IllegalArgumentException("词表“" + name + "”最多 " + MOST + " 个词");
        }
        var numbered = new HashMap<String, Integer>();
        for (int i = 0; i < words.size(); i++) {
            numbered.put(words.get(i), i);
        }
        aliases.forEach((alias, word) -> {
            if (!titled.containsKey(word)) {
                throw new IllegalArgumentException(unknown(word));
            }
            numbered.put(alias, words.indexOf(word));
        });
        this.numbers = new Numbers(numbered);
    }

    public String name() {
        return name;
    }

    public List<String> words() {
        return words;
    }

    public String title(int number) {
        return titles.get(number);
    }

    public int size() {
        return words.size();
    }

    /** The number of a word; throws when the word is not in the list. */
    public int number(String word) {
        int number = numbers.of(word);
        if (number < 0) {
            throw new IllegalArgumentException(unknown(word));
        }
        return number;
    }

    private String unknown(String word) {
        return "“" + word + "”不在词表“" + name + "”中；可用："
                + String.join("、", words.subList(0, Math.min(MOST_TOLD, words.size())));
    }
}
