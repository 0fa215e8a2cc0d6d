package jumin.regulation.block;

import java.util.Optional;
import jumin.regulation.fact.Fact;

/** 受理的事实：numbers in their slots, and the facts that are lists, by {@link Schema#list(String)}. */
public final class Taken {

    private final long[] frame;
    private final Fact[] lists;

    Taken(long[] frame, int lists) {
        this.frame = frame;
        this.lists = new Fact[lists];
    }

    public long[] frame() {
        return frame;
    }

    public Optional<Fact> list(int number) {
        return Optional.ofNullable(lists[number]);
    }

    void list(int number, Fact given) {
        lists[number] = given;
    }
}
