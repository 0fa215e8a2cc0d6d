package jumin.regulation.cases;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jumin.regulation.Money;
import jumin.regulation.json.Json;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.Worksheet;

/** 系统的回答，按案例的键。 */
record Answer(Json.Structure values, Worksheet worksheet) {

    static Answer on(Worksheet worksheet) {
        return new Answer(new Json.Structure(), worksheet);
    }

    Answer with(String key, Json value) {
        values.with(key, value);
        return this;
    }

    Answer with(String key, Money amount) {
        return with(key, Json.text(amount));
    }

    Answer with(String key, boolean flag) {
        return with(key, Json.of(flag));
    }

    Answer with(String key, Optional<?> value) {
        return with(key, value.<Json>map(Json::text).orElse(Json.NOTHING));
    }

    Answer words(String key, Collection<?> words) {
        return with(key, Json.array(words.stream().map(Json::text).toList()));
    }

    Answer allowed() {
        return with("allowed", true).with("code", Json.NOTHING);
    }

    Answer refused(Denial cause) {
        return with("allowed", false).with("code", Json.text(cause.code()));
    }

    Answer checked(Optional<Denial> cause) {
        return cause.map(this::refused).orElseGet(this::allowed);
    }

    static List<String> codes(List<Denial> denials) {
        return denials.stream().map(Denial::code).toList();
    }
}
